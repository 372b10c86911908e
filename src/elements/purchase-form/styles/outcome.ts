import { css } from 'lit';

/** What came of it: a receipt, an end, or why nothing can be bought. */
export const outcomeStyles = css`
  .outcome {
    display: grid;
    gap: var(--_space-3);
    justify-items: center;
    max-width: 520px;
    margin-inline: auto;
    padding-block: var(--_space-6);
    text-align: center;
  }

  .outcome-icon {
    color: var(--_color-text-muted);
  }

  .outcome-icon.success {
    color: var(--_color-success);
  }

  .outcome-icon .icon {
    width: 48px;
    height: 48px;
    stroke-width: 1.5;
  }

  .outcome .actions {
    justify-content: center;
    margin-block-start: var(--_space-3);
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
