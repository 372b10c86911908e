import { css } from 'lit';

/** What was bought. */
export const receiptStyles = css`
  .outcome-icon.success {
    color: var(--_color-success);
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
