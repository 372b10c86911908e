import type { CSSResultGroup } from 'lit';
import { badgeStyles } from '../../ui/styles/badges.js';
import { bannerStyles } from '../../ui/styles/banners.js';
import { buttonStyles } from '../../ui/styles/buttons.js';
import { copyableStyles } from '../../ui/styles/copyable.js';
import { dialogStyles } from '../../ui/styles/dialog.js';
import { fieldStyles } from '../../ui/styles/fields.js';
import { quoteStyles } from '../../ui/styles/quote.js';
import { skeletonStyles } from '../../ui/styles/skeleton.js';
import { stateStyles } from '../../ui/styles/state.js';
import { filterStyles } from './styles/filters.js';
import { listStyles } from './styles/list.js';
import { menuStyles } from './styles/menu.js';
import { panelStyles } from './styles/panel.js';
import { taskStyles } from './styles/task.js';

export const orderListStyles: CSSResultGroup = [
  buttonStyles,
  fieldStyles,
  badgeStyles,
  bannerStyles,
  copyableStyles,
  dialogStyles,
  quoteStyles,
  skeletonStyles,
  stateStyles,
  listStyles,
  filterStyles,
  menuStyles,
  panelStyles,
  taskStyles,
];
