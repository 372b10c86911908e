import { css } from 'lit';

/** Around an input: for the templates field, money-field, segmented and choice. */
export const controlStyles = css`
  .field {
    display: grid;
    gap: var(--_space-1);
    min-width: 0;
  }

  .field-label {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: var(--_space-2);
    font-weight: 500;
  }

  legend.field-label {
    margin-block-end: var(--_space-1);
  }

  .field-label .muted {
    font-size: var(--_font-size-s);
    font-weight: 400;
  }

  .field-help,
  .field-issues {
    font-size: var(--_font-size-s);
  }

  .field-help {
    color: var(--_color-text-muted);
  }

  .field-issues li {
    display: flex;
    gap: var(--_space-1);
    color: var(--_color-danger);
  }

  .field-issues .icon {
    width: 1rem;
    height: 1rem;
    margin-block-start: 1px;
  }

  .input-group {
    display: inline-flex;
    align-items: stretch;
    min-height: var(--_control-height);
    border: 1px solid var(--_color-line-strong);
    border-radius: var(--_radius-s);
    background: var(--_color-surface);
  }

  .input-group:focus-within {
    outline: var(--_focus-ring);
    outline-offset: 2px;
  }

  .input-group > .input {
    flex: 1;
    min-height: 0;
    border: 0;
    border-radius: 0;
    background: transparent;
    font-variant-numeric: tabular-nums;
  }

  .input-group > .input:focus-visible {
    outline: none;
  }

  .input-group > .icon-button {
    min-height: 0;
    border-radius: calc(var(--_radius-s) - 1px);
    color: var(--_color-text);
  }

  .input-group > .icon-button:focus-visible {
    outline-offset: -2px;
  }

  .input-group > .affix {
    display: flex;
    align-items: center;
    padding-inline: var(--_space-3) 0;
    color: var(--_color-text-muted);
  }

  .segmented-options {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-2);
  }

  .segment {
    position: relative;
    display: inline-flex;
  }

  .segment input {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    margin: 0;
    opacity: 0;
    cursor: pointer;
  }

  .segment-face {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--_space-2);
    min-width: 64px;
    min-height: var(--_control-height);
    padding: var(--_space-1) var(--_space-4);
    border: 1px solid var(--_color-line-strong);
    border-radius: var(--_radius-s);
    background: var(--_color-surface);
    transition:
      border-color 120ms,
      color 120ms;
  }

  .segment-hint {
    color: var(--_color-text-muted);
    font-size: var(--_font-size-s);
  }

  .segment:hover .segment-face {
    border-color: var(--_color-accent);
  }

  .segment input:checked + .segment-face {
    border-color: var(--_color-accent);
    box-shadow: inset 0 0 0 1px var(--_color-accent);
    color: var(--_color-accent);
    font-weight: 600;
  }

  .segment input:checked + .segment-face .segment-hint {
    color: inherit;
  }

  .segment input:focus-visible + .segment-face {
    outline: var(--_focus-ring);
    outline-offset: 2px;
  }

  .segment input:disabled {
    cursor: not-allowed;
  }

  .segment input:disabled + .segment-face {
    border-color: var(--_color-line);
    background: var(--_color-surface-sunken);
    color: var(--_color-text-muted);
  }

  .choice {
    display: grid;
    grid-template-columns: auto 1fr;
    align-items: start;
    gap: 0 var(--_space-2);
  }

  .choice input {
    width: 18px;
    height: 18px;
    margin: 2px 0 0;
    accent-color: var(--_color-accent);
  }

  .choice label {
    min-height: 24px;
  }

  .choice .field-help,
  .choice .field-issues {
    grid-column: 2;
  }

  @media (pointer: coarse) {
    .choice label {
      min-height: 44px;
    }
  }

  @media (forced-colors: active) {
    .segment input:checked + .segment-face {
      border-color: Highlight;
      outline: 1px solid Highlight;
      color: Highlight;
    }
  }
`;
