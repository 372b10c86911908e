import { css } from 'lit';

/** What was bought, on the page and on paper. */
export const receiptStyles = css`
  .outcome-icon.success {
    color: var(--_color-success);
  }

  .paper {
    display: none;
  }

  @media print {
    :host {
      --_color-text: #000 !important;
      --_color-text-muted: #333 !important;
      --_color-line: #999 !important;
      --_color-surface: #fff !important;
      --_color-surface-raised: #fff !important;
    }

    .outcome {
      max-width: none;
    }

    .paper {
      display: grid;
      gap: var(--_space-3);
      width: 100%;
      text-align: start;
    }

    .outcome :is(.actions, .next, .copyable button) {
      display: none;
    }
  }

  .facts {
    width: 100%;
    border: 1px solid var(--_color-line);
    border-radius: var(--_radius-m);
    background: var(--_color-surface-raised);
  }

  .facts > div {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0 var(--_space-4);
    min-height: 44px;
    padding: var(--_space-1) var(--_space-4);
  }

  .facts > div + div {
    border-block-start: 1px solid var(--_color-line);
  }

  .facts dt {
    color: var(--_color-text-muted);
  }

  .facts dd {
    min-width: 0;
    font-variant-numeric: tabular-nums;
    text-align: end;
  }
`;
