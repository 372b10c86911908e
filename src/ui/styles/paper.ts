import { css } from 'lit';

/** Paper: dark on white whatever the page is like, as large as paper wants it; the head of a table on every page, and no row cut. */
export const paperStyles = css`
  :host {
    all: initial;
    display: block;
    background: #fff;
    color: #000;
    color-scheme: light;
    font:
      9pt/1.4 system-ui,
      -apple-system,
      'PingFang SC',
      'Microsoft YaHei',
      'Noto Sans SC',
      sans-serif;
  }

  h1 {
    margin: 0 0 2mm;
    font-size: 15pt;
    line-height: 1.2;
  }

  p {
    margin: 0 0 3mm;
  }

  dl {
    display: grid;
    grid-template-columns: max-content minmax(0, 1fr);
    gap: 1mm 5mm;
    margin: 0 0 5mm;
  }

  dt {
    grid-column: 1;
    color: #444;
  }

  dd {
    grid-column: 2;
    margin: 0;
    overflow-wrap: anywhere;
  }

  table {
    width: 100%;
    border-collapse: collapse;
  }

  thead {
    display: table-header-group;
  }

  tr {
    break-inside: avoid;
  }

  th,
  td {
    padding: 1.2mm 2.5mm 1.2mm 0;
    border-block-end: 0.2mm solid #999;
    font-variant-numeric: tabular-nums;
    font-weight: 400;
    overflow-wrap: anywhere;
    text-align: start;
    vertical-align: top;
  }

  thead th {
    border-block-end: 0.4mm solid #000;
    font-weight: 600;
    overflow-wrap: normal;
  }

  .end {
    text-align: end;
    white-space: nowrap;
  }
`;
