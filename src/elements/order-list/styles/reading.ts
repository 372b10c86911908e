import { css } from 'lit';

export const readingStyles = css`
  .reading-progress {
    width: min(320px, 100%);
    accent-color: var(--_color-accent);
  }

  .reading-actions {
    display: flex;
    gap: var(--_space-2);
    align-items: center;
  }
`;
