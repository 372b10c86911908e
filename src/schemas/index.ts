export type { CallInputs, CallName, CallResult } from './calls.js';
export { DISPATCH, type CallParts } from './dispatch.js';
export { errorFrom } from './error-from-problem.js';
export { INPUTS, QUERY_TYPES } from './inputs.js';
export { PROBLEM_TYPE, problem, type Problem } from './problem.js';
export { problemFrom } from './problem-from-error.js';
export { readInput } from './read-input.js';
export { CHANGES_ROUTE, KEY_HEADER, ROUTES, type Route } from './routes.js';
