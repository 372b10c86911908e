import { css } from 'lit';

/** Warnings, differences, and what unfolds: for everything that loads apart. */
export const findingStyles = css`
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-3);
  }

  .warnings ul {
    display: grid;
    gap: var(--_space-3);
  }

  .warnings h3 {
    font-size: var(--_font-size-m);
  }

  .warnings li {
    display: grid;
    grid-template-columns: auto 1fr auto;
    gap: var(--_space-2);
    align-items: start;
  }

  .warnings li .link {
    white-space: nowrap;
  }

  .preview > .fine {
    display: flex;
    gap: var(--_space-2);
    color: var(--_color-success);
  }

  .scroll {
    overflow-x: auto;
  }

  .changes th[scope='row'] {
    font-weight: 500;
  }

  summary {
    min-height: 24px;
    color: var(--_color-accent);
    cursor: pointer;
  }

  details[open] > summary {
    margin-block-end: var(--_space-2);
  }

  .sample .quote-due dd {
    font-size: var(--_font-size-xl);
  }
`;
