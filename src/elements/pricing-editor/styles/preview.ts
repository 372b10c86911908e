import { css } from 'lit';

/** Beside the picture: how it is looked at, the calculator, common orders, warnings. */
export const previewStyles = css`
  .preview {
    container-type: inline-size;
  }

  .plot-controls {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-2) var(--_space-4);
  }

  .warnings ol {
    display: grid;
    gap: var(--_space-3);
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .warnings .number {
    font-weight: 600;
    white-space: nowrap;
  }

  .segments {
    display: grid;
    gap: var(--_space-3);
    justify-items: start;
    padding: var(--_space-3);
    border-radius: var(--_radius-s);
    background: var(--_color-surface-sunken);
  }

  .segment-row {
    display: grid;
    grid-template-columns: 0.8fr minmax(9.5em, 1.3fr) minmax(8.5em, 1.2fr) 1.2fr auto;
    gap: var(--_space-2);
    align-items: end;
    width: 100%;
  }

  .segment-row .row-issues {
    grid-column: 1 / -1;
  }

  .segment-cell {
    display: grid;
    gap: var(--_space-1);
    min-width: 0;
  }

  .segment-cell > span:first-child {
    color: var(--_color-text-muted);
    font-size: var(--_font-size-s);
  }

  .segment-term {
    display: grid;
    grid-template-columns: minmax(3em, 1fr) auto;
    gap: var(--_space-1);
  }

  .segment-row .input {
    width: 100%;
    min-width: 0;
  }

  .losses {
    display: grid;
    gap: var(--_space-2);
  }

  .losses li {
    display: flex;
    gap: var(--_space-2);
  }

  .losses .icon {
    flex: none;
    color: var(--_color-warning);
  }

  .cases-box {
    max-height: 420px;
    overflow: auto;
  }

  .cases thead th {
    position: sticky;
    inset-block-start: 0;
  }

  .cases .change {
    white-space: nowrap;
  }

  .cases .change.up::before {
    content: '↑ ' / '';
  }

  .cases .change.down::before {
    content: '↓ ' / '';
  }

  .cases .change.up {
    color: var(--_color-warning);
  }

  .cases .change.down {
    color: var(--_color-success);
  }

  @container (max-width: 560px) {
    .segment-row {
      grid-template-columns: 1fr 1fr auto;
    }

    .segment-row > .segment-cell:has(input[type='date']) {
      grid-column: 2 / -1;
    }

    .segment-row > .segment-cell:has(select) {
      grid-column: 1 / -1;
    }

    .segment-row > .segment-cell:has(select) + .segment-cell {
      grid-column: 1 / 3;
    }
  }

  @container (max-width: 480px) {
    .cases thead {
      position: absolute;
      overflow: hidden;
      clip-path: inset(50%);
      width: 1px;
      height: 1px;
    }

    .cases,
    .cases tbody {
      display: block;
    }

    .cases tr {
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--_space-3);
      padding-block: var(--_space-2);
      border-block-end: 1px solid var(--_color-line);
    }

    .cases th,
    .cases td {
      padding: 0;
      border: 0;
    }

    .cases th + td {
      flex: 1 1 60%;
    }

    .cases td.figure {
      flex: 1 1 40%;
      text-align: start;
    }

    .cases td.figure::before {
      display: block;
      color: var(--_color-text-muted);
      content: attr(data-label);
      font-size: var(--_font-size-s);
    }

    .cases .change {
      flex: 1 1 100%;
    }
  }
`;
