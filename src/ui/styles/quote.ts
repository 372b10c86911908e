import { css } from 'lit';

/** For the template quoteLines. */
export const quoteStyles = css`
  .quote {
    display: grid;
    gap: var(--_space-3);
  }

  .quote-line {
    display: grid;
    grid-template-columns: minmax(min(8rem, 50%), 1fr) auto;
    gap: 0 var(--_space-4);
    align-items: baseline;
  }

  .quote-line dd {
    overflow-wrap: anywhere;
    white-space: normal;
    text-align: end;
  }

  .quote-operands {
    grid-column: 1;
    color: var(--_color-text-muted);
    font-size: var(--_font-size-s);
    font-variant-numeric: tabular-nums;
  }

  .quote-due {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    padding-block-start: var(--_space-3);
    border-block-start: 1px solid var(--_color-line);
    font-weight: 600;
  }

  .quote-due dd {
    font-size: var(--_font-size-xxl);
    line-height: 1.2;
  }
`;
