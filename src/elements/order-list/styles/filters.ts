import { css } from 'lit';

export const filterStyles = css`
  .filters {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-2);
    align-items: center;
  }

  .search {
    position: relative;
    flex: 1 1 180px;
    max-width: 360px;
  }

  .search > .icon {
    position: absolute;
    inset-block: 0;
    inset-inline-start: var(--_space-2);
    margin-block: auto;
    color: var(--_color-text-muted);
    pointer-events: none;
  }

  .search .input {
    padding-inline-start: 36px;
  }

  .chip {
    display: inline-flex;
    align-items: center;
    gap: var(--_space-1);
    max-width: 280px;
    min-height: 32px;
    padding: 0 var(--_space-2) 0 var(--_space-3);
    border: 1px solid var(--_color-line-strong);
    border-radius: 999px;
    background: var(--_color-surface);
    color: inherit;
    font: inherit;
    cursor: pointer;
  }

  .chip:hover {
    border-color: var(--_color-accent);
    color: var(--_color-accent);
  }

  .chip.active {
    border-color: var(--_color-accent);
    color: var(--_color-accent);
    font-weight: 500;
  }

  .chip-text {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .chip .icon {
    width: 16px;
    height: 16px;
  }

  .box {
    position: fixed;
    inset: auto;
    min-width: 200px;
    max-width: min(320px, 100vw - 16px);
    margin: 0;
    padding: var(--_space-3);
    border: 1px solid var(--_color-line);
    border-radius: var(--_radius-m);
    background: var(--_color-surface-raised);
    color: var(--_color-text);
    box-shadow: 0 8px 24px rgb(0 0 0 / 18%);
    overflow: auto;
  }

  .box:popover-open {
    display: grid;
    gap: var(--_space-2);
  }

  .spans {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-2);
  }

  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-2);
    margin-inline-start: auto;
  }

  .sort-select {
    width: auto;
    min-height: 32px;
  }

  @container (min-width: 820px) {
    .sort-select {
      display: none;
    }
  }

  @container (max-width: 559.98px) {
    .search {
      flex-basis: 100%;
      max-width: none;
    }

    .tools {
      flex-basis: 100%;
    }
  }

  @media (pointer: coarse) {
    .chip,
    .sort-select {
      min-height: 44px;
    }
  }
`;
