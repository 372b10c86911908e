import { css } from 'lit';

/** For the templates banner, errorBanner and staleBanner. */
export const bannerStyles = css`
  .banner {
    --_banner-color: var(--_color-accent);
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-2) var(--_space-4);
    padding: var(--_space-3) var(--_space-4);
    border: 1px solid var(--_color-line);
    border-radius: var(--_radius-s);
    background: var(--_color-surface-sunken);
  }

  .banner-message {
    display: grid;
    grid-template-columns: auto 1fr;
    flex: 1 1 16em;
    gap: var(--_space-3);
    min-width: 0;
  }

  .banner-message > .icon {
    color: var(--_banner-color);
  }

  .banner.success {
    --_banner-color: var(--_color-success);
    border-color: transparent;
    background: var(--_color-success-surface);
  }

  .banner.warning {
    --_banner-color: var(--_color-warning);
    border-color: transparent;
    background: var(--_color-warning-surface);
  }

  .banner.danger {
    --_banner-color: var(--_color-danger);
    border-color: transparent;
    background: var(--_color-danger-surface);
  }

  .banner-title {
    font-weight: 600;
  }

  @media (forced-colors: active) {
    .banner {
      border-color: CanvasText !important;
    }
  }
`;
