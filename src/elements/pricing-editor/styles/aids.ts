import { css } from 'lit';

/** Handles of rows, the example of the tier modes, and what could not be taken over. */
export const aidStyles = css`
  .row .grip {
    width: var(--_grip);
    color: var(--_color-text-muted);
    cursor: grab;
    touch-action: none;
  }

  .grip[aria-pressed='true'] {
    color: var(--_color-accent);
    cursor: grabbing;
  }

  .row.carried {
    border-radius: var(--_radius-s);
    outline: 2px solid var(--_color-accent);
    outline-offset: 2px;
    background: var(--_color-surface-sunken);
  }

  .row.target {
    border-radius: var(--_radius-s);
    outline: 2px dashed var(--_color-accent);
    outline-offset: 2px;
  }

  .example {
    display: grid;
    gap: var(--_space-1);
    margin: 0;
    padding: var(--_space-2) var(--_space-3);
    border-radius: var(--_radius-s);
    background: var(--_color-surface-sunken);
    color: var(--_color-text-muted);
    font-size: var(--_font-size-s);
  }

  .example dl {
    display: grid;
    gap: var(--_space-1);
    margin: 0;
  }

  .example dl > div {
    display: grid;
    grid-template-columns: minmax(6em, auto) 1fr;
    gap: var(--_space-2);
  }

  .example dd {
    margin: 0;
    font-variant-numeric: tabular-nums;
    overflow-wrap: anywhere;
  }

  .example .chosen {
    color: var(--_color-text);
    font-weight: 500;
  }

  .foreign ul {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-1) var(--_space-3);
    margin-block: var(--_space-2);
  }

  .foreign code {
    overflow-wrap: anywhere;
  }
`;
