import { css } from 'lit';

/** What is typed or chosen in: `.input` suits an input, a select and a textarea. */
export const inputStyles = css`
  .input {
    width: 100%;
    min-width: 0;
    min-height: var(--_control-height);
    padding: var(--_space-1) var(--_space-3);
    border: 1px solid var(--_color-line-strong);
    border-radius: var(--_radius-s);
    background: var(--_color-surface);
    color: inherit;
    font: inherit;
    transition: border-color 120ms;
  }

  .input::placeholder {
    color: var(--_color-text-muted);
    opacity: 1;
  }

  .input:hover {
    border-color: var(--_color-accent);
  }

  .input[aria-invalid='true'],
  .input-group:has(> [aria-invalid='true']) {
    border-color: var(--_color-danger);
  }

  .input:disabled {
    background: var(--_color-surface-sunken);
    color: var(--_color-text-muted);
    cursor: not-allowed;
  }

  textarea.input {
    min-height: calc(var(--_control-height) * 2);
    resize: vertical;
  }
`;
