import { css } from 'lit';

/** For the template badge: a dot and a word. */
export const badgeStyles = css`
  .badge {
    --_badge-color: var(--_color-text-muted);
    display: inline-flex;
    align-items: center;
    gap: var(--_space-2);
    white-space: nowrap;
  }

  .badge::before {
    content: '';
    flex: none;
    width: 8px;
    height: 8px;
    border: 2px solid var(--_badge-color);
    border-radius: 50%;
    background: var(--_badge-color);
  }

  .badge.neutral::before {
    background: transparent;
  }

  .badge.accent {
    --_badge-color: var(--_color-accent);
  }

  .badge.success {
    --_badge-color: var(--_color-success);
  }

  .badge.warning {
    --_badge-color: var(--_color-warning);
  }

  .badge.danger {
    --_badge-color: var(--_color-danger);
  }

  @media (forced-colors: active) {
    .badge {
      --_badge-color: CanvasText;
    }
  }
`;
