import { css } from 'lit';

export const exportStyles = css`
  .export-progress {
    width: min(320px, 100%);
    accent-color: var(--_color-accent);
  }
`;
