import { css } from 'lit';

/** For the template copyable. */
export const copyableStyles = css`
  .copyable {
    display: inline-flex;
    align-items: center;
    gap: var(--_space-1);
    max-width: 100%;
  }

  .copyable-text {
    min-width: 0;
    font-family: ui-monospace, 'SFMono-Regular', Menlo, Consolas, monospace;
    font-size: 0.95em;
    overflow-wrap: anywhere;
    user-select: all;
  }

  .copyable .icon-button {
    width: 28px;
    min-height: 28px;
  }

  .copyable .icon-button .icon {
    width: 16px;
    height: 16px;
  }

  .copyable [data-copied] {
    color: var(--_color-success);
  }

  .copyable [data-copied] > .icon:first-child,
  .copyable :not([data-copied]) > .icon:last-child {
    display: none;
  }

  @media (pointer: coarse) {
    .copyable .icon-button {
      width: 44px;
      min-height: 44px;
    }
  }
`;
