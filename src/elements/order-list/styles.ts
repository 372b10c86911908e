import type { CSSResultGroup } from 'lit';
import { badgeStyles } from '../../ui/styles/badges.js';
import { bannerStyles } from '../../ui/styles/banners.js';
import { buttonStyles } from '../../ui/styles/buttons.js';
import { copyableStyles } from '../../ui/styles/copyable.js';
import { inputStyles } from '../../ui/styles/inputs.js';
import { skeletonStyles } from '../../ui/styles/skeleton.js';
import { stateStyles } from '../../ui/styles/state.js';
import { filterStyles } from './styles/filters.js';
import { listNarrowStyles } from './styles/list-narrow.js';
import { listSettingsStyles } from './styles/list-settings.js';
import { listWideStyles } from './styles/list-wide.js';
import { listStyles } from './styles/list.js';

export const orderListStyles: CSSResultGroup = [
  buttonStyles,
  inputStyles,
  badgeStyles,
  bannerStyles,
  copyableStyles,
  skeletonStyles,
  stateStyles,
  listStyles,
  listWideStyles,
  listNarrowStyles,
  listSettingsStyles,
  filterStyles,
];
