import { css } from 'lit';

/**
 * Rows of one height in a wide box; cards in a narrow one. Each row lays out by itself, so that those out of sight cost nothing.
 */
export const listStyles = css`
  .layout {
    display: grid;
    gap: var(--_space-5);
    align-items: start;
  }

  .layout.with-panel {
    grid-template-columns: minmax(0, 1fr) 380px;
  }

  .list {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-3);
    min-width: 0;
  }

  .mono {
    font-family: ui-monospace, 'SFMono-Regular', Menlo, Consolas, monospace;
    font-size: 0.95em;
  }

  .button.compact {
    min-height: 32px;
    padding-inline: var(--_space-3);
    white-space: nowrap;
  }

  .icon-button.compact {
    width: 32px;
    min-height: 32px;
  }

  .orders,
  .orders thead,
  .orders tbody {
    display: block;
  }

  .orders.outdated tbody {
    opacity: 0.5;
    transition: opacity 160ms 300ms;
  }

  .cell {
    display: block;
    min-width: 0;
    padding: 0;
    text-align: start;
    font-weight: 400;
  }

  .cell.figures {
    font-variant-numeric: tabular-nums;
  }

  .row .copyable {
    font-size: 0.93em;
  }

  .origin {
    color: var(--_color-text-muted);
    font-size: var(--_font-size-s);
  }

  .row {
    outline-offset: -2px;
    cursor: pointer;
  }

  .row:hover {
    background: var(--_color-surface-sunken);
  }

  .row[aria-selected='true'] {
    background: var(--_color-surface-sunken);
    box-shadow: inset 3px 0 0 var(--_color-accent);
  }

  .cell.actions .cell-value {
    display: flex;
    align-items: center;
    justify-content: flex-end;
    gap: var(--_space-1);
  }

  /* Half an amount is another amount. */
  .row .cell.amount .cell-value,
  .totals .amount {
    line-height: 1.25;
    overflow-wrap: anywhere;
    white-space: normal;
  }

  .end {
    display: grid;
    gap: var(--_space-3);
  }

  .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--_space-3) var(--_space-6);
    padding-block: var(--_space-2);
  }

  .totals {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-1) var(--_space-6);
  }

  .totals > div {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--_space-2);
    align-items: baseline;
  }

  .totals dt {
    color: var(--_color-text-muted);
  }

  .totals .amount {
    font-weight: 600;
  }

  .more {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-3);
    margin-inline-start: auto;
  }

  .notice {
    position: sticky;
    inset-block-end: var(--_space-3);
    z-index: 1;
  }

  .notice .banner {
    align-items: center;
    box-shadow: 0 4px 16px rgb(0 0 0 / 16%);
  }

  .loading .skeleton {
    gap: var(--_space-5);
    padding-block: var(--_space-4);
  }

  .loading .skeleton-bar {
    width: 100%;
    height: 28px;
  }

  .loading .skeleton-bar:first-child {
    width: 60%;
  }

  .sort {
    display: inline-flex;
    align-items: center;
    gap: 2px;
    min-height: 24px;
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    cursor: pointer;
  }

  .sort:hover {
    color: var(--_color-accent);
  }

  .sort .icon {
    width: 14px;
    height: 14px;
    opacity: 0;
    transition: transform 120ms;
  }

  .sort:hover .icon,
  .sort:focus-visible .icon {
    opacity: 0.6;
  }

  .sort.ascending .icon,
  .sort.descending .icon {
    opacity: 1;
  }

  .sort.ascending .icon {
    transform: rotate(180deg);
  }
`;
