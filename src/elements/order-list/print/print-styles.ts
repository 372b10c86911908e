import { css } from 'lit';

/** For the list on paper; the rest is of every paper. */
export const printStyles = css`
  .totals {
    font-variant-numeric: tabular-nums;
    font-weight: 600;
  }

  .number {
    overflow-wrap: break-word;
  }

  .origin {
    display: block;
    color: #444;
  }
`;
