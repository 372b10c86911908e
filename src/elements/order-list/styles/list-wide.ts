import { css } from 'lit';

/** Rows as lines of a table. Where each column stands follows from which are shown, see `columns/column-sheet.ts`. */
export const listWideStyles = css`
  @container (min-width: 820px) {
    .orders {
      border: 1px solid var(--_color-line);
      border-radius: var(--_radius-m);
      overflow: clip;
    }

    .head,
    .row {
      display: grid;
      align-content: center;
      align-items: center;
      column-gap: var(--_space-2);
      padding-inline: var(--_space-3);
    }

    .orders thead {
      position: sticky;
      inset-block-start: 0;
      z-index: 1;
      background: var(--_color-surface-sunken);
      border-block-end: 1px solid var(--_color-line);
    }

    .head {
      min-height: 36px;
      color: var(--_color-text-muted);
      font-size: var(--_font-size-s);
    }

    .row {
      line-height: 1.3;
      content-visibility: auto;
    }

    .row + .row {
      border-block-start: 1px solid var(--_color-line);
    }

    .row :is(.kind, .period, .method, .extra) {
      color: var(--_color-text-muted);
      font-size: var(--_font-size-s);
    }

    .cell.date {
      grid-area: date;
    }

    .cell.number {
      grid-area: number;
    }

    .cell.kind {
      grid-area: kind;
    }

    .cell.seats {
      grid-area: seats;
    }

    .cell.period {
      grid-area: period;
    }

    .cell.amount {
      grid-area: amount;
    }

    .cell.method {
      grid-area: method;
    }

    .cell.status {
      grid-area: status;
    }

    .cell.actions {
      grid-area: actions;
    }

    .cell-label {
      display: none;
    }

    .cell.figures,
    .cell.method {
      padding-inline-end: var(--_space-3);
      text-align: end;
    }

    .cell.figures .sort {
      flex-direction: row-reverse;
    }

    .cell:not(.actions) .cell-value {
      display: block;
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }

    .row .copyable-text {
      overflow: hidden;
      overflow-wrap: normal;
      text-overflow: ellipsis;
      white-space: nowrap;
    }

    .row .copyable {
      vertical-align: middle;
    }

    .origin {
      display: block;
      overflow: hidden;
      text-overflow: ellipsis;
    }

    .row .copyable .icon-button {
      min-height: 24px;
      margin-block: -4px;
    }
  }
`;
