import { css } from 'lit';

/** For the template skeleton: bars of the size that is to come. */
export const skeletonStyles = css`
  .skeleton {
    display: grid;
    gap: var(--_space-3);
    padding-block: var(--_space-2);
  }

  .skeleton-bar {
    height: 1em;
    border-radius: var(--_radius-s);
    background: var(--_color-line);
    animation: breathe 1.6s ease-in-out infinite;
  }

  .skeleton-bar:nth-child(3n) {
    width: 60%;
  }

  .skeleton-bar:nth-child(3n + 1) {
    width: 88%;
  }

  @keyframes breathe {
    50% {
      opacity: 0.5;
    }
  }

  @media (forced-colors: active) {
    .skeleton-bar {
      border: 1px solid GrayText;
    }
  }
`;
