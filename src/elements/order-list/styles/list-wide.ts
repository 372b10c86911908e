import { css } from 'lit';

/** Rows as lines of a table: with two lines each below 1200 px, or beside an open panel; with one above. */
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
      grid-template:
        'date number seats amount status actions' auto
        'kind period seats method status actions' auto
        / 100px minmax(160px, 1fr) 56px minmax(104px, auto) 148px 164px;
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
      height: 48px;
      line-height: 1.3;
      content-visibility: auto;
      contain-intrinsic-size: auto 48px;
    }

    .row + .row {
      border-block-start: 1px solid var(--_color-line);
    }

    .row .kind,
    .row .period,
    .row .method {
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

    .cell.seats,
    .cell.amount,
    .cell.method {
      padding-inline-end: var(--_space-3);
      text-align: end;
    }

    .cell.seats .sort,
    .cell.amount .sort {
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

    .several .row {
      height: 64px;
      contain-intrinsic-size: auto 64px;
    }

    .row .copyable .icon-button {
      min-height: 24px;
      margin-block: -4px;
    }
  }

  @container (min-width: 1200px) {
    .layout:not(.with-panel) .head,
    .layout:not(.with-panel) .row {
      grid-template:
        'date number kind seats period amount method status actions' auto
        / 100px minmax(170px, 1.1fr) 96px 52px minmax(184px, 1.4fr) minmax(100px, 0.8fr)
        92px 144px 164px;
    }

    .layout:not(.with-panel) .row :is(.kind, .period, .method) {
      color: inherit;
      font-size: inherit;
    }

    .layout:not(.with-panel) .cell.method {
      padding: 0;
      text-align: start;
    }
  }
`;
