import type { DetailsStrings } from '../details-words.js';
import type { TaskFlow } from '../tasks/task-flow.js';
import type { OrderContext, ViewContext } from './context.js';

/** What details and menu print with. */
export interface DetailsContext extends OrderContext {
  t: DetailsStrings;
}

/** What the dialog of a task is drawn with. */
export interface TaskContext extends ViewContext {
  t: DetailsStrings;
  flow: TaskFlow;
}
