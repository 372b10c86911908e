import { css } from 'lit';

/** Rows of fields: tiers and offer steps. On a narrow box a row breaks in two. */
export const rowStyles = css`
  .rows {
    --_tool: 32px;
    --_grip: 24px;

    display: grid;
    gap: var(--_space-2);
    justify-items: start;
    container-type: inline-size;
  }

  .rows > * {
    width: 100%;
  }

  .rows > .link {
    width: auto;
  }

  .row-list {
    display: grid;
    gap: var(--_space-2);
  }

  .row,
  .row-heads {
    display: grid;
    gap: var(--_space-1) var(--_space-2);
    align-items: center;
  }

  .tiers .row,
  .row-heads {
    grid-template-columns:
      calc(var(--_grip) + 3.75em) minmax(4.5em, 1fr) minmax(6.5em, 1.1fr) minmax(7em, 1.6fr)
      calc(2 * var(--_tool));
  }

  .steps .row {
    grid-template-columns: auto minmax(5em, 7em) auto minmax(5em, 7em) 1fr var(--_tool);
  }

  .row-heads {
    color: var(--_color-text-muted);
    font-size: var(--_font-size-s);
  }

  .row-heads > :first-child {
    grid-column: 1 / span 2;
  }

  .from {
    display: flex;
    align-items: center;
    justify-content: space-between;
    min-height: 24px;
    min-width: 0;
    color: var(--_color-text-muted);
    font-variant-numeric: tabular-nums;
  }

  .from > :last-child {
    margin-inline-start: auto;
  }

  .row-tools {
    display: flex;
    justify-content: flex-end;
  }

  .row .icon-button {
    width: var(--_tool);
  }

  @media (pointer: coarse) {
    .rows {
      --_tool: 44px;
      --_grip: 44px;
    }
  }

  .rows .input {
    min-width: 0;
  }

  .rows .input-group {
    display: flex;
    min-width: 0;
  }

  .rows .affix.end {
    padding-inline: 0 var(--_space-3);
  }

  .row-issues {
    display: grid;
    grid-column: 1 / -1;
  }

  .input-group > .input::placeholder {
    text-align: start;
  }

  @container (max-width: 520px) {
    .tiers .row {
      grid-template-columns:
        max(calc(2 * var(--_tool)), calc(var(--_grip) + 3.75em)) minmax(0, 1fr)
        minmax(0, 1fr);
      padding-block-end: var(--_space-3);
    }

    .tiers .row > .price {
      grid-row: 2;
      grid-column: 2 / span 2;
    }

    .tiers .row > .row-tools {
      grid-row: 2;
      grid-column: 1;
      justify-content: flex-start;
    }

    .rows .input {
      padding-inline: var(--_space-2);
    }

    .rows .affix.end {
      padding-inline-end: var(--_space-2);
    }

    .tiers .row-heads {
      display: none;
    }

    .steps .row {
      grid-template-columns: auto minmax(0, 1fr) auto minmax(0, 1fr) var(--_tool);
    }

    .steps .row > .hint {
      grid-row: 2;
      grid-column: 2 / -1;
    }
  }
`;
