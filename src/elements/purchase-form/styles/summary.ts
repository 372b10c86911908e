import { css } from 'lit';

/** The price: a card beside the form where there is room, a bar at the bottom of it on a phone. */
export const summaryStyles = css`
  .summary {
    position: sticky;
    inset-block-end: 0;
    z-index: 1;
    display: grid;
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
    display: grid;
    grid-template-columns: 1fr auto;
    gap: var(--_space-3);
    align-items: center;
  }

  .total {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 var(--_space-2);
  }

  .total .amount {
    font-size: var(--_font-size-xl);
    line-height: 1.2;
  }

  .bar .primary {
    min-height: 44px;
  }

  @container (max-width: 719px) {
    .summary .quote-due {
      display: none;
    }
  }

  @container (min-width: 720px) {
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

    .bar {
      grid-template-columns: 1fr;
    }

    .total {
      display: none;
    }
  }
`;
