import { css } from 'lit';
import { bannerStyles } from '../../ui/styles/banners.js';
import { base } from '../../ui/styles/base.js';
import { buttonStyles } from '../../ui/styles/buttons.js';
import { tokens } from '../../ui/styles/tokens.js';

export const expiryGateStyles = [
  tokens,
  base,
  buttonStyles,
  bannerStyles,
  css`
    /* The app inside inherits from the host, and must look the same whether the gate speaks or not. */
    :host {
      display: flex;
      container-type: normal;
      color: inherit;
      font: inherit;
      text-align: inherit;
      overflow-wrap: inherit;
      -webkit-text-size-adjust: inherit;
    }

    /* Took the focus from what is gone, for the reading order: nothing to press. */
    [tabindex='-1']:focus {
      outline: none;
    }

    .front {
      color: var(--_color-text);
      font: 400 var(--_font-size-m) / 1.5 var(--_font-family);
      text-align: start;
      overflow-wrap: break-word;
    }

    .notice {
      margin-block-end: var(--_space-4);
    }

    .notice-actions {
      display: flex;
      flex-wrap: wrap;
      gap: var(--_space-2);
    }

    .stopped {
      display: grid;
      gap: var(--_space-5);
      justify-items: center;
      padding: var(--_space-7) var(--_space-4);
    }

    .card {
      display: grid;
      justify-items: center;
      gap: var(--_space-3);
      width: 100%;
      max-width: 480px;
      padding: var(--_space-7) var(--_space-6);
      border: 1px solid var(--_color-line);
      border-radius: var(--_radius-m);
      background: var(--_color-surface-raised);
      text-align: center;
      text-wrap: balance;
    }

    .card > .icon {
      width: 32px;
      height: 32px;
      color: var(--_color-text-muted);
    }

    .card h2 {
      font-size: var(--_font-size-xl);
    }

    .card .ask {
      color: var(--_color-text);
      font-weight: 500;
    }

    .card .banner {
      width: 100%;
      text-align: start;
      text-wrap: wrap;
    }

    .actions {
      display: flex;
      flex-wrap: wrap;
      justify-content: center;
      gap: var(--_space-2);
      margin-block-start: var(--_space-2);
    }

    .purchase {
      width: 100%;
      max-width: 1120px;
      margin-inline: auto;
      margin-block-end: var(--_space-4);
    }

    .purchase-head {
      display: flex;
      justify-content: flex-end;
    }

    .waiting {
      padding: var(--_space-8) var(--_space-4);
      color: var(--_color-text-muted);
      text-align: center;
    }
  `,
];
