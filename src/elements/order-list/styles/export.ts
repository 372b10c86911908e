import { css } from 'lit';

export const exportStyles = css`
  .export-progress {
    width: min(320px, 100%);
    accent-color: var(--_color-accent);
  }

  .export-actions {
    display: flex;
    gap: var(--_space-2);
    align-items: center;
  }
`;
