import type { CSSResult } from 'lit';
import { controlStyles } from '../../ui/styles/controls.js';
import { dialogStyles } from '../../ui/styles/dialog.js';
import { quoteStyles } from '../../ui/styles/quote.js';
import { menuStyles } from './styles/menu.js';
import { panelStyles } from './styles/panel.js';
import { readingStyles } from './styles/reading.js';
import { taskStyles } from './styles/task.js';
import { windowStyles } from './styles/window.js';

/** Of what loads apart. */
export const depthStyles: CSSResult[] = [
  controlStyles,
  dialogStyles,
  quoteStyles,
  menuStyles,
  panelStyles,
  readingStyles,
  taskStyles,
  windowStyles,
];
