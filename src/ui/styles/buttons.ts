import { css } from 'lit';

/** `.button` with `.primary`, `.danger` or `.quiet`; `.icon-button` for an icon alone; `.link` for an action within text. */
export const buttonStyles = css`
  .button,
  .icon-button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--_space-2);
    min-height: var(--_control-height);
    padding: var(--_space-1) var(--_space-4);
    border: 1px solid var(--_color-line-strong);
    border-radius: var(--_radius-s);
    background: var(--_color-surface-raised);
    color: var(--_color-text);
    font: inherit;
    font-weight: 500;
    line-height: 1.25;
    text-align: center;
    text-decoration: none;
    cursor: pointer;
    transition:
      background-color 120ms,
      border-color 120ms,
      color 120ms;
  }

  .button:hover,
  .icon-button:hover {
    border-color: var(--_color-accent);
    color: var(--_color-accent);
  }

  .button.primary {
    border-color: var(--_color-accent);
    background: var(--_color-accent);
    color: var(--_color-accent-on);
  }

  .button.primary:hover {
    border-color: var(--_color-accent-hover);
    background: var(--_color-accent-hover);
    color: var(--_color-accent-on);
  }

  .button.danger {
    border-color: var(--_color-danger);
    color: var(--_color-danger);
  }

  .button.danger:hover {
    background: var(--_color-danger-surface);
  }

  .button.quiet,
  .icon-button {
    border-color: transparent;
    background: transparent;
  }

  .button.quiet {
    color: var(--_color-accent);
  }

  .button.quiet:hover,
  .icon-button:hover {
    border-color: transparent;
    background: var(--_color-surface-sunken);
  }

  .button.block {
    width: 100%;
  }

  .button.large {
    min-height: 44px;
    font-size: var(--_font-size-l);
  }

  .icon-button {
    flex: none;
    width: var(--_control-height);
    padding: 0;
    color: var(--_color-text-muted);
  }

  .link {
    display: inline-flex;
    align-items: center;
    gap: var(--_space-1);
    min-height: 24px;
    padding: 0;
    border: 0;
    background: none;
    color: var(--_color-accent);
    font: inherit;
    text-align: start;
    text-decoration: underline;
    text-underline-offset: 3px;
    cursor: pointer;
  }

  .link:hover {
    color: var(--_color-accent-hover);
  }

  .button:disabled,
  .icon-button:disabled,
  .button[aria-disabled='true'] {
    border-color: var(--_color-line);
    background: var(--_color-surface-sunken);
    color: var(--_color-text-muted);
    cursor: not-allowed;
  }

  .icon-button:disabled {
    border-color: transparent;
    background: transparent;
    opacity: 0.5;
  }

  .button[aria-busy='true'] {
    cursor: progress;
  }

  .button[aria-busy='true']::before {
    content: '';
    width: 1em;
    height: 1em;
    border: 2px solid currentColor;
    border-inline-end-color: transparent;
    border-radius: 50%;
    animation: turn 800ms linear infinite;
  }

  @keyframes turn {
    to {
      transform: rotate(1turn);
    }
  }

  @media (forced-colors: active) {
    .button.primary {
      border-color: Highlight;
      background: Highlight;
      color: HighlightText;
      forced-color-adjust: none;
    }

    .button.primary:disabled,
    .button.primary[aria-disabled='true'] {
      border-color: GrayText;
      background: Canvas;
      color: GrayText;
    }
  }
`;
