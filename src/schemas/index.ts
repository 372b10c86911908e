export { DISPATCH, type CallParts } from './dispatch.js';
export { errorFrom } from './error-from-problem.js';
export { change } from './installation.js';
export { fieldIssues } from './issues.js';
export { idempotencyKey } from './primitives.js';
export { PROBLEM_TYPE, problem, type Problem } from './problem.js';
export { problemFrom } from './problem-from-error.js';
export { fromQuery, toQuery } from './query.js';
export {
  CHANGES_ROUTE,
  KEY_HEADER,
  ROUTES,
  type CallInputs,
  type CallName,
  type CallResult,
  type Route,
} from './routes.js';
