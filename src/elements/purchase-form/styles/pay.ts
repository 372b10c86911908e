import { css } from 'lit';

/** Paying: one column, one thing. */
export const payStyles = css`
  .pay,
  .changed {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-4);
    max-width: 560px;
    margin-inline: auto;
  }

  .pay {
    justify-items: center;
    text-align: center;
  }

  .pay .banner,
  .pay .facts,
  .pay .steps,
  .pay-foot {
    width: 100%;
    text-align: start;
  }

  .pay-amount {
    display: grid;
  }

  .pay-amount .amount {
    overflow-wrap: anywhere;
    white-space: normal;
    font-size: var(--_font-size-xxl);
    line-height: 1.2;
  }

  .pay-body {
    display: grid;
    gap: var(--_space-3);
    justify-items: center;
    width: 100%;
  }

  .qr {
    display: grid;
    gap: var(--_space-3);
    place-content: center;
    justify-items: center;
    width: 232px;
    height: 232px;
    padding: var(--_space-2);
    border: 1px solid var(--_color-line);
    border-radius: var(--_radius-m);
    background: var(--_color-surface-sunken);
  }

  .qr:has(.qr-code) {
    background: #fff;
  }

  .qr-code {
    width: 216px;
    height: 216px;
    forced-color-adjust: none;
  }

  .watch {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: center;
    gap: 0 var(--_space-3);
    color: var(--_color-text-muted);
  }

  .watch.unknown {
    padding: var(--_space-3) var(--_space-4);
    border-radius: var(--_radius-s);
    background: var(--_color-warning-surface);
    color: var(--_color-text);
  }

  .pay-foot {
    display: grid;
    gap: var(--_space-2);
    justify-items: center;
    padding-block-start: var(--_space-4);
    border-block-start: 1px solid var(--_color-line);
    font-size: var(--_font-size-s);
    text-align: center;
  }

  .exits {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: center;
    gap: var(--_space-2) var(--_space-3);
    font-size: var(--_font-size-m);
  }

  /* Most payments start before anybody has read this. */
  .switch-wait {
    animation: appear 0s 1s backwards;
  }

  @keyframes appear {
    from {
      visibility: hidden;
    }
  }

  .steps {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-2) var(--_space-4);
    padding-block: var(--_space-2);
    color: var(--_color-text-muted);
    counter-reset: step;
  }

  .steps li {
    display: inline-flex;
    align-items: center;
    gap: var(--_space-2);
    counter-increment: step;
  }

  .steps li::before {
    content: counter(step);
    display: grid;
    place-content: center;
    width: 22px;
    height: 22px;
    border: 1px solid var(--_color-line-strong);
    border-radius: 50%;
    font-size: var(--_font-size-s);
  }

  .steps .past::before {
    content: '✓' / '';
    border-color: var(--_color-success);
    color: var(--_color-success);
  }

  .steps .now {
    color: var(--_color-accent);
    font-weight: 600;
  }

  .steps .now::before {
    border-color: var(--_color-accent);
  }

  .changed {
    max-width: 640px;
  }

  .changed .table {
    table-layout: fixed;
  }

  .changed .table :is(th, td) {
    vertical-align: top;
  }

  .changed .table td {
    overflow-wrap: anywhere;
  }

  .changed .table td,
  .changed thead th + th {
    font-variant-numeric: tabular-nums;
    text-align: end;
  }

  .changed tbody th {
    font-weight: 400;
  }

  .changed .badge {
    margin-inline-start: var(--_space-2);
  }

  .changed .differs td + td {
    font-weight: 600;
  }

  .changed .quote-operands {
    font-weight: 400;
  }

  @container (max-width: 34.99rem) {
    .changed tr {
      display: grid;
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }

    .changed tbody th {
      grid-column: 1 / -1;
      padding-block-end: 0;
      border: 0;
    }

    .changed thead th:first-child {
      display: none;
    }
  }
`;
