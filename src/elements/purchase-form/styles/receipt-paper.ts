import { css } from 'lit';

/** For the receipt on paper; the rest is of every paper. */
export const receiptPaperStyles = css`
  h2 {
    margin: 0 0 1mm;
    font-size: 11pt;
  }

  .operands {
    color: #444;
  }

  .paid {
    font-size: 12pt;
  }

  .paid :is(th, td) {
    border-block-end: 0;
    font-weight: 600;
  }
`;
