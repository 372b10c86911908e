import { css } from 'lit';

/** The price: a card beside the form where there is room, a bar at the bottom of it on a phone. */
export const summaryStyles = css`
  .summary {
    position: sticky;
    inset-block-end: 0;
    z-index: 1;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-3);
    margin-block-start: var(--_space-5);
    padding-block: var(--_space-3);
    padding-block-end: max(var(--_space-3), env(safe-area-inset-bottom));
    border-block-start: 1px solid var(--_color-line);
    background: var(--_color-surface);
  }

  .lines {
    display: none;
    gap: var(--_space-3);
    max-height: 50vh;
    overflow: auto;
  }

  .lines.open {
    display: grid;
  }

  .bar {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-3);
    align-items: center;
  }

  .total {
    display: flex;
    flex: 999 1 auto;
    flex-wrap: wrap;
    /* Beside the button where the longest of them has room there, else above it. */
    width: min-content;
    min-width: 0;
    max-width: 100%;
    align-items: baseline;
    gap: 0 var(--_space-2);
  }

  .total .amount {
    min-width: 0;
    white-space: normal;
    font-size: var(--_font-size-xl);
    line-height: 1.2;
  }

  .total .toggle {
    white-space: nowrap;
  }

  .bar .primary {
    flex: 1 1 auto;
    min-width: 0;
    min-height: 44px;
  }

  @container (max-width: 44.99rem) {
    .summary .quote-due {
      display: none;
    }
  }

  @container (min-width: 45rem) {
    .summary {
      inset-block: var(--_space-4) auto;
      margin: 0;
      padding: var(--_space-5);
      border: 1px solid var(--_color-line);
      border-radius: var(--_radius-m);
      background: var(--_color-surface-raised);
    }

    .lines {
      display: grid;
      max-height: none;
    }

    .bar .primary {
      flex: 1;
    }

    .total {
      display: none;
    }
  }
`;
