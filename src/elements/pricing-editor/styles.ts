import { bannerStyles } from '../../ui/styles/banners.js';
import { buttonStyles } from '../../ui/styles/buttons.js';
import { dialogStyles } from '../../ui/styles/dialog.js';
import { fieldStyles } from '../../ui/styles/fields.js';
import { quoteStyles } from '../../ui/styles/quote.js';
import { skeletonStyles } from '../../ui/styles/skeleton.js';
import { stateStyles } from '../../ui/styles/state.js';
import { tableStyles } from '../../ui/styles/table.js';
import { checklistStyles } from './styles/checklist.js';
import { layoutStyles } from './styles/layout.js';
import { rowStyles } from './styles/rows.js';

export const pricingEditorStyles = [
  buttonStyles,
  fieldStyles,
  bannerStyles,
  tableStyles,
  stateStyles,
  skeletonStyles,
  dialogStyles,
  quoteStyles,
  layoutStyles,
  checklistStyles,
  rowStyles,
];
