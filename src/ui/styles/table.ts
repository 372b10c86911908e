import { css } from 'lit';

/** `.table`: quiet rows, figures to the right in `.figure`. */
export const tableStyles = css`
  .table {
    width: 100%;
    border-collapse: collapse;
    text-align: start;
  }

  .table th,
  .table td {
    padding: var(--_space-2) var(--_space-3);
    border-block-end: 1px solid var(--_color-line);
    text-align: start;
    vertical-align: middle;
  }

  .table thead th {
    background: var(--_color-surface-sunken);
    color: var(--_color-text-muted);
    font-size: var(--_font-size-s);
    font-weight: 500;
    white-space: nowrap;
  }

  .table tbody tr:hover {
    background: var(--_color-surface-sunken);
  }

  .table .figure {
    font-variant-numeric: tabular-nums;
    text-align: end;
    white-space: nowrap;
  }
`;
