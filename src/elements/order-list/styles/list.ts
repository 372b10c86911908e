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

  .cell.seats,
  .cell.amount {
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
    gap: var(--_space-2);
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

  @container (max-width: 819.98px) {
    .orders thead {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }

    .orders tbody {
      display: grid;
      gap: var(--_space-3);
    }

    .row {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(160px, 1fr));
      gap: var(--_space-3) var(--_space-4);
      padding: var(--_space-4);
      border: 1px solid var(--_color-line);
      border-radius: var(--_radius-m);
      background: var(--_color-surface-raised);
      content-visibility: auto;
      contain-intrinsic-size: auto 180px;
    }

    .cell-label {
      display: block;
      color: var(--_color-text-muted);
      font-size: var(--_font-size-s);
    }

    .cell.actions {
      grid-column: 1 / -1;
    }

    .origin {
      display: block;
    }
  }

  @container (max-width: 559.98px) {
    .row {
      grid-template-columns: minmax(0, 1fr);
      gap: var(--_space-2);
      contain-intrinsic-size: auto 330px;
    }

    .cell:not(.actions) {
      display: grid;
      grid-template-columns: 6em minmax(0, 1fr);
      gap: var(--_space-3);
      align-items: baseline;
    }

    .cell-label {
      font-size: inherit;
    }

    .cell:not(.actions) .cell-value {
      text-align: end;
    }

    .cell.number .copyable {
      justify-content: flex-end;
      margin-inline-end: calc(-1 * var(--_space-2));
    }

    .foot,
    .totals {
      display: grid;
    }

    .totals > div {
      justify-content: space-between;
    }

    .more {
      margin: 0;
    }
  }

  @media (pointer: coarse) {
    .button.compact,
    .icon-button.compact {
      min-height: 44px;
    }

    .icon-button.compact {
      width: 44px;
    }

    .sort {
      min-height: 44px;
    }
  }

  @media (forced-colors: active) {
    .row[aria-selected='true'] {
      outline: 2px solid Highlight;
    }
  }
`;
