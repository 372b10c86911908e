export type { CallInputs, CallName, CallResult } from './calls.js';
export { DISPATCH } from './dispatch.js';
export { errorFrom } from './error-from-problem.js';
export { HOST_ROUTES, readHostInput, type HostCallName, type HostInputs } from './host-routes.js';
export { INPUTS, QUERY_TYPES, takesInput } from './inputs.js';
export { PROBLEM_TYPE, problem } from './problem.js';
export { problemFrom } from './problem-from-error.js';
export { readInput } from './read-input.js';
export { CHANGES_ROUTES, KEY_HEADER, ROUTES } from './routes.js';
