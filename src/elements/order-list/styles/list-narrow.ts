import { css } from 'lit';

/** Rows as cards, where a line would not fit. */
export const listNarrowStyles = css`
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
      grid-template-columns: minmax(0, 1fr);
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

  /* Letters so large that a name and what it is have no room beside each other. */
  @container (max-width: 16em) {
    .cell:not(.actions) {
      grid-template-columns: minmax(0, 1fr);
      gap: 0;
    }

    .cell:not(.actions) .cell-value {
      text-align: start;
    }

    .cell.number .copyable {
      justify-content: flex-start;
    }

    .row :is(.badge, .button) {
      white-space: normal;
    }
  }
`;
