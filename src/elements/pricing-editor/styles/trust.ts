import type { CSSResult } from 'lit';
import { css } from 'lit';
import { findingStyles } from './findings.js';

const toolStyles = css`
  .standing {
    flex: 1 1 20em;
    min-width: 0;
    overflow-wrap: anywhere;
  }

  .standing .muted {
    font-size: var(--_font-size-s);
  }

  .tool-buttons {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-1);
    margin-inline: calc(-1 * var(--_space-3));
  }

  .part {
    display: grid;
    gap: var(--_space-3);
    min-width: 0;
  }

  .part h3 {
    font-size: var(--_font-size-m);
    font-weight: 600;
  }

  .cards {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(220px, 100%), 1fr));
    gap: var(--_space-3);
  }

  .cards > li {
    display: grid;
  }

  .card {
    display: grid;
    align-content: start;
    gap: var(--_space-1);
    padding: var(--_space-3) var(--_space-4);
    border: 1px solid var(--_color-line-strong);
    border-radius: var(--_radius-s);
    background: var(--_color-surface);
    color: inherit;
    font: inherit;
    text-align: start;
    cursor: pointer;
  }

  .card:hover {
    border-color: var(--_color-accent);
  }

  .card .muted {
    font-size: var(--_font-size-s);
  }
`;

const decisionStyles = css`
  #review-dialog,
  #history-dialog,
  #import-dialog,
  #export-dialog,
  #templates-dialog {
    width: min(720px, 100vw - 32px);
  }

  .effects {
    display: grid;
    gap: var(--_space-3);
    margin: 0;
  }

  .effects > div {
    display: grid;
    grid-template-columns: 9em minmax(0, 1fr);
    gap: var(--_space-1) var(--_space-3);
  }

  .effects dt {
    color: var(--_color-text-muted);
  }

  .effects dd {
    grid-column: 2;
    margin: 0;
    overflow-wrap: anywhere;
  }

  .risks,
  .conflict {
    display: grid;
    gap: var(--_space-3);
    padding: var(--_space-4);
    border: 1px solid var(--_color-warning);
    border-radius: var(--_radius-s);
  }

  .risks {
    background: var(--_color-warning-surface);
  }

  .risks ul {
    display: grid;
    gap: var(--_space-2);
    padding-inline-start: var(--_space-5);
    list-style: disc;
  }

  .risks h3,
  .conflict h3 {
    display: flex;
    gap: var(--_space-2);
    font-size: var(--_font-size-m);
  }

  .risks h3 .icon,
  .conflict h3 .icon {
    flex: none;
    color: var(--_color-warning);
  }

  .choices td,
  .choices tbody th {
    vertical-align: top;
  }

  .side {
    display: flex;
    gap: var(--_space-2);
    align-items: start;
    min-height: 24px;
    cursor: pointer;
  }

  .side input {
    flex: none;
    width: 18px;
    height: 18px;
    margin: 2px 0 0;
    accent-color: var(--_color-accent);
  }

  .line {
    display: block;
  }

  @container (max-width: 560px) {
    /* Both sides of a choice must be in view; what was before is not up for choice. */
    .choices .base {
      display: none;
    }

    .choices th,
    .choices td {
      padding-inline: var(--_space-1);
      overflow-wrap: anywhere;
    }

    .choices thead th {
      white-space: normal;
    }
  }

  @container (max-width: 480px) {
    .effects > div {
      grid-template-columns: minmax(0, 1fr);
    }

    .effects dd {
      grid-column: 1;
    }
  }
`;

const fileStyles = css`
  .versions {
    display: grid;
  }

  .versions > li {
    display: grid;
    gap: var(--_space-1);
    padding-block: var(--_space-3);
    border-block-start: 1px solid var(--_color-line);
  }

  .version-head {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-2);
    align-items: center;
    justify-content: space-between;
  }

  .version-head h3 {
    font-size: var(--_font-size-m);
  }

  .version-head .badge {
    margin-inline-start: var(--_space-2);
    padding: 0 var(--_space-2);
    border: 1px solid var(--_color-success);
    border-radius: var(--_radius-s);
    color: var(--_color-success);
    font-size: var(--_font-size-s);
    font-weight: 400;
  }

  .compare-side {
    display: flex;
    gap: var(--_space-2);
    align-items: center;
  }

  .drop {
    display: grid;
    gap: var(--_space-3);
    min-width: 0;
    padding: var(--_space-3);
    border: 2px dashed var(--_color-line);
    border-radius: var(--_radius-s);
  }

  .drop.dragged {
    border-color: var(--_color-accent);
    background: var(--_color-surface-sunken);
  }

  .drop .actions {
    align-items: center;
  }

  .visually-hidden:focus-visible + label {
    outline: var(--_focus-ring);
    outline-offset: 2px;
  }

  .input.code {
    width: 100%;
    min-width: 0;
    height: auto;
    padding: var(--_space-2) var(--_space-3);
    font-family: ui-monospace, 'Cascadia Mono', Menlo, Consolas, monospace;
    font-size: var(--_font-size-s);
    line-height: 1.5;
    resize: vertical;
  }

  .file-issues {
    display: grid;
    gap: var(--_space-3);
  }

  .file-issues li {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    gap: var(--_space-2);
    align-items: start;
    overflow-wrap: anywhere;
  }

  .file-issues .icon {
    color: var(--_color-danger);
  }

  .file-issues code {
    color: var(--_color-text-muted);
    font-size: var(--_font-size-s);
  }
`;

/** The sheets of what is done with a policy as a whole. */
export const trustStyles: readonly CSSResult[] = [
  findingStyles,
  toolStyles,
  decisionStyles,
  fileStyles,
];
