import { css } from 'lit';

/** A window of rows: each stands where its number puts it, and the body is as high as all of them. */
export const windowStyles = css`
  @container (min-width: 820px) {
    .windowed tbody {
      position: relative;
      overflow-anchor: none;
    }

    .windowed .row {
      position: absolute;
      inset-inline: 0;
      inset-block-start: 0;
      content-visibility: visible;
      contain: strict;
      scroll-margin-block: 64px;
    }

    .windowed .row.waiting {
      cursor: default;
    }

    .waiting .cell {
      grid-area: 1 / 1 / -1 / -1;
      height: 12px;
      border-radius: var(--_radius-s, 4px);
      background: var(--_color-surface-sunken);
    }

    .windowed ~ .end {
      position: sticky;
      inset-block-end: 0;
      z-index: 1;
      background: var(--_color-surface);
    }

    .windowed ~ .end .more .button {
      display: none;
    }
  }
`;
