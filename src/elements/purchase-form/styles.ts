import { css, type CSSResultGroup } from 'lit';
import { badgeStyles } from '../../ui/styles/badges.js';
import { bannerStyles } from '../../ui/styles/banners.js';
import { buttonStyles } from '../../ui/styles/buttons.js';
import { fieldStyles } from '../../ui/styles/fields.js';
import { quoteStyles } from '../../ui/styles/quote.js';
import { skeletonStyles } from '../../ui/styles/skeleton.js';
import { stateStyles } from '../../ui/styles/state.js';
import { tableStyles } from '../../ui/styles/table.js';
import { outcomeStyles } from './styles/outcome.js';
import { summaryStyles } from './styles/summary.js';

const composeStyles = css`
  .compose {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-5);
    max-width: 67.5rem;
    margin-inline: auto;
  }

  .banner + .compose {
    margin-block-start: var(--_space-5);
  }

  .accept,
  .fields :is(input, button, summary) {
    /* Not behind the bar at the bottom. */
    scroll-margin-block: 10rem;
  }

  .columns:has(.lines.open) .fields :is(input, button, summary) {
    scroll-margin-block-end: calc(50vh + 10rem);
  }

  h2 {
    font-size: var(--_font-size-xl);
    line-height: 1.3;
  }

  h2:focus {
    outline: none;
  }

  h2:focus-visible {
    outline: var(--_focus-ring);
  }

  h3 {
    font-size: var(--_font-size-m);
  }

  .strong {
    font-weight: 600;
  }

  .fields,
  .seats,
  .extras {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
    gap: var(--_space-3);
    min-width: 0;
  }

  .fields {
    gap: var(--_space-5);
  }

  .inline {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-1) var(--_space-5);
  }

  .number {
    flex-wrap: wrap;
  }

  .input-group {
    max-width: 100%;
  }

  .change,
  .plain p {
    font-variant-numeric: tabular-nums;
  }

  .advice {
    padding: var(--_space-2) var(--_space-3);
    border-radius: var(--_radius-s);
    background: var(--_color-surface-sunken);
    font-size: var(--_font-size-s);
    font-variant-numeric: tabular-nums;
  }

  .presets {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-2);
  }

  .chip {
    min-height: 28px;
    padding: 0 var(--_space-3);
    border: 1px solid var(--_color-line);
    border-radius: 999px;
    background: var(--_color-surface);
    color: var(--_color-text-muted);
    font: inherit;
    font-size: var(--_font-size-s);
    font-variant-numeric: tabular-nums;
    cursor: pointer;
  }

  .chip:hover,
  .chip[aria-pressed='true'] {
    border-color: var(--_color-accent);
    color: var(--_color-accent);
  }

  .terms .segmented-options {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(6.625rem, 100%), 1fr));
  }

  .terms .segment-face {
    flex: 1;
    flex-direction: column;
    gap: 0;
    min-width: 0;
    min-height: 52px;
    padding-inline: var(--_space-1);
    text-align: center;
  }

  .terms .segment-hint {
    max-width: 100%;
    font-weight: 400;
    font-variant-numeric: tabular-nums;
    white-space: pre-line;
  }

  .compare {
    margin-block-end: var(--_space-2);
    font-variant-numeric: tabular-nums;
  }

  .compare :is(th, td) {
    padding-inline-start: 0;
  }

  .compare tbody th {
    color: var(--_color-text-muted);
    font-weight: 400;
  }

  .compare thead th {
    background: none;
    white-space: normal;
  }

  .compare td {
    overflow-wrap: anywhere;
  }

  .tiers summary {
    width: fit-content;
    min-height: 24px;
    color: var(--_color-accent);
    font-size: var(--_font-size-s);
    cursor: pointer;
  }

  .tiers .help {
    margin-block: var(--_space-1) var(--_space-2);
  }

  .tiers .figure {
    white-space: normal;
  }

  .tiers .scroll {
    max-height: 260px;
    overflow: auto;
    border: 1px solid var(--_color-line);
    border-radius: var(--_radius-s);
  }

  .tiers tbody tr:last-child > * {
    border-block-end: 0;
  }

  .tiers tbody th {
    font-weight: 400;
  }

  .tiers .current > * {
    font-weight: 600;
  }

  .help {
    color: var(--_color-text-muted);
    font-size: var(--_font-size-s);
  }

  .accept {
    padding: var(--_space-3) var(--_space-4);
    border-radius: var(--_radius-s);
    background: var(--_color-warning-surface);
  }

  @media (pointer: coarse) {
    .chip {
      min-height: 44px;
    }

    .tiers summary {
      padding-block: var(--_space-3);
    }
  }

  @media (forced-colors: active) {
    .chip[aria-pressed='true'] {
      border-color: Highlight;
      color: Highlight;
    }

    .accept {
      border: 1px solid CanvasText;
    }
  }

  @container (min-width: 45rem) {
    .columns {
      display: grid;
      grid-template-columns: minmax(0, 1fr) minmax(17.5rem, 21.25rem);
      gap: var(--_space-7);
      align-items: start;
    }

    .fields .field {
      grid-template-columns: 4.5rem minmax(0, 1fr);
      column-gap: var(--_space-4);
    }

    .fields .field > * {
      grid-column: 2;
    }

    .fields .field > .field-label {
      /* Else a legend is no part of the grid. */
      float: inline-start;
      grid-column: 1;
      padding-block-start: calc((var(--_control-height) - 1.5em) / 2);
    }

    .extras {
      padding-inline-start: calc(4.5rem + var(--_space-4));
    }

    .fields .plain .field-label {
      padding: 0;
    }

    .fields .kind .field > * {
      grid-column: 1 / -1;
    }
  }
`;

export const purchaseFormStyles: CSSResultGroup = [
  badgeStyles,
  bannerStyles,
  buttonStyles,
  fieldStyles,
  quoteStyles,
  skeletonStyles,
  stateStyles,
  tableStyles,
  composeStyles,
  summaryStyles,
  outcomeStyles,
];
