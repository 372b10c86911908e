/**
 * What a list needs only once somebody looks closer: details, menu, dialogs, the boxes of the filters. It loads apart, right after the first
 * rows are drawn.
 */
export { depthStyles } from './depth-styles.js';
export { prepareWords } from './details-words.js';
export { HostActions } from './host-actions.js';
export { ListTools } from './list-tools.js';
export { RowMenu } from './row-menu.js';
export { RowWindow } from './row-window.js';
export { TaskFlow } from './tasks/task-flow.js';
export { amountFilter } from './views/amount-filter.js';
export { liveNote } from './views/live-note.js';
export { menuView } from './views/menu-view.js';
export { sheet, sidePanel } from './views/panel-view.js';
export { taskDialog } from './views/task-dialog.js';
export { timeFilter } from './views/time-filter.js';
