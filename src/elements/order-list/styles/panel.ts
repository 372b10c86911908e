import { css } from 'lit';

export const panelStyles = css`
  .panel {
    position: sticky;
    inset-block-start: var(--_space-3);
    max-height: calc(100vh - 2 * var(--_space-3));
    border: 1px solid var(--_color-line);
    border-radius: var(--_radius-m);
    background: var(--_color-surface-raised);
    overflow: auto;
    overscroll-behavior: contain;
  }

  .panel-head {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--_space-3);
    padding: var(--_space-3) var(--_space-3) var(--_space-3) var(--_space-5);
    border-block-end: 1px solid var(--_color-line);
    background: inherit;
  }

  .panel-head h2:focus {
    outline: none;
  }

  .panel-body {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-5);
  }

  .panel > .panel-body {
    padding: var(--_space-4) var(--_space-5) var(--_space-5);
  }

  .panel-body section {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-3);
    padding-block-start: var(--_space-5);
    border-block-start: 1px solid var(--_color-line);
  }

  .panel-body h3 {
    font-size: var(--_font-size-m);
  }

  .panel-body h4 {
    margin: 0 0 var(--_space-1);
    font-size: var(--_font-size-s);
    font-weight: 400;
  }

  .panel-top {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-3);
  }

  .panel-line {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--_space-1) var(--_space-3);
  }

  .panel-body .amount {
    overflow-wrap: anywhere;
    white-space: normal;
  }

  .panel-amount {
    font-size: var(--_font-size-xxl);
    font-weight: 600;
    line-height: 1.2;
  }

  .panel-actions {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-2);
  }

  .panel-actions:empty {
    display: none;
  }

  .panel-body .quote-due dd {
    font-size: var(--_font-size-l);
  }

  .impossible summary {
    min-height: 24px;
    color: var(--_color-text-muted);
    cursor: pointer;
  }

  .impossible dl {
    display: grid;
    gap: var(--_space-2);
    padding-block-start: var(--_space-2);
  }

  .impossible dd {
    color: var(--_color-text-muted);
    font-size: var(--_font-size-s);
  }

  .facts {
    display: grid;
    gap: var(--_space-2);
  }

  .facts > div {
    display: grid;
    grid-template-columns: 7em minmax(0, 1fr);
    gap: var(--_space-3);
    align-items: baseline;
  }

  .facts dt {
    color: var(--_color-text-muted);
  }

  .facts dd {
    font-variant-numeric: tabular-nums;
    overflow-wrap: anywhere;
    white-space: pre-line;
  }

  .segments {
    width: 100%;
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }

  .segments th,
  .segments td {
    padding: var(--_space-1) var(--_space-2) var(--_space-1) 0;
    border-block-end: 1px solid var(--_color-line);
    font-weight: 400;
    text-align: start;
    overflow-wrap: anywhere;
  }

  .segments th {
    color: var(--_color-text-muted);
    font-size: var(--_font-size-s);
  }

  .segments .group {
    padding-block-start: var(--_space-3);
    color: inherit;
    font-weight: 600;
  }

  .segments .figure {
    padding-inline-end: 0;
    text-align: end;
  }

  .notifications {
    display: grid;
    gap: var(--_space-2);
    font-size: var(--_font-size-s);
  }

  .notifications > li {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--_space-2);
    align-items: center;
    font-variant-numeric: tabular-nums;
    overflow-wrap: anywhere;
  }

  .thread > li > h4 {
    margin-block-start: var(--_space-3);
  }

  .thread,
  .timeline {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-3);
    overflow-wrap: anywhere;
  }

  .message {
    margin: 0;
    overflow-wrap: anywhere;
    white-space: pre-line;
  }

  .thread > li {
    padding: var(--_space-3);
    border-radius: var(--_radius-s);
    background: var(--_color-surface-sunken);
  }

  .timeline > li {
    position: relative;
    padding-inline-start: var(--_space-5);
  }

  .timeline > li::before {
    content: '';
    position: absolute;
    inset: 7px auto auto 2px;
    width: 8px;
    height: 8px;
    border-radius: 50%;
    background: var(--_color-line-strong);
  }

  .timeline > li:first-child::before {
    background: var(--_color-accent);
  }

  .timeline > li:not(:last-child)::after {
    content: '';
    position: absolute;
    inset: 19px auto -15px 5px;
    width: 2px;
    background: var(--_color-line);
  }

  .timeline .muted {
    font-size: var(--_font-size-s);
  }

  #details {
    inset: 0 0 0 auto;
    width: min(480px, 100vw);
    height: 100dvh;
    max-width: none;
    max-height: none;
    margin: 0;
    border-width: 0 0 0 1px;
    border-radius: 0;
  }

  @media (max-width: 559.98px) {
    #details .dialog-head {
      padding: var(--_space-3) var(--_space-4);
    }

    #details .dialog-body {
      padding-inline: var(--_space-4);
    }
  }
`;
