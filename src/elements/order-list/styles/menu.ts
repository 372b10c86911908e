import { css } from 'lit';

export const menuStyles = css`
  .menu {
    position: fixed;
    inset: auto;
    min-width: 200px;
    max-width: min(320px, 100vw - 16px);
    margin: 0;
    padding: var(--_space-1);
    border: 1px solid var(--_color-line);
    border-radius: var(--_radius-m);
    background: var(--_color-surface-raised);
    color: var(--_color-text);
    box-shadow: 0 8px 24px rgb(0 0 0 / 18%);
    overflow: auto;
  }

  .menu-item {
    display: block;
    width: 100%;
    min-height: 36px;
    padding: var(--_space-2) var(--_space-3);
    border: 0;
    border-radius: var(--_radius-s);
    background: none;
    color: inherit;
    font: inherit;
    text-align: start;
    text-decoration: none;
    cursor: pointer;
  }

  .menu-item:hover,
  .menu-item:focus-visible {
    background: var(--_color-surface-sunken);
  }

  .menu-item:focus-visible {
    outline-offset: -2px;
  }

  .menu-item[aria-disabled='true'] {
    color: var(--_color-text-muted);
    cursor: default;
  }

  .menu-line {
    margin-block: var(--_space-1);
    border-block-start: 1px solid var(--_color-line);
  }

  .menu-reason {
    display: block;
    font-size: var(--_font-size-s);
  }

  @media (pointer: coarse) {
    .menu-item {
      min-height: 44px;
    }
  }
`;
