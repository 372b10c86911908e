import { css } from 'lit';

/** The price curve. */
export const plotStyles = css`
  .plot {
    display: grid;
    gap: var(--_space-2);
    min-width: 0;
    margin: 0;
  }

  .plot.blank {
    place-content: center;
    min-height: 240px;
    padding: var(--_space-4);
    border: 1px dashed var(--_color-line);
    border-radius: var(--_radius-s);
    text-align: center;
  }

  .picture {
    border-radius: var(--_radius-s);
    cursor: crosshair;
    touch-action: pan-y;
  }

  .plot svg {
    display: block;
    overflow: visible;
  }

  .plot path,
  .plot line {
    fill: none;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  .grid {
    stroke: var(--_color-line);
  }

  .tick {
    fill: var(--_color-text-muted);
    font-size: 12px;
    font-variant-numeric: tabular-nums;
  }

  .plot rect.closed {
    fill: var(--_color-surface-sunken);
    stroke: var(--_color-line-strong);
    stroke-dasharray: 2 3;
    stroke-width: 0.75;
  }

  .plot path.draft {
    stroke: var(--_color-accent);
    stroke-width: 2.5;
  }

  .plot path.jumps {
    stroke-dasharray: 2 4;
    stroke-width: 1.5;
  }

  .plot path.published {
    stroke: var(--_color-line-strong);
    stroke-dasharray: 6 4;
    stroke-width: 2;
  }

  .plot path.published.jumps {
    stroke-dasharray: 1 4;
    stroke-width: 1;
  }

  .plot path.length {
    stroke: var(--_color-text-muted);
    stroke-width: 1.5;
  }

  .plot path.length.jumps {
    stroke-dasharray: 1 4;
    stroke-width: 1;
  }

  .plot path.length.l1 {
    stroke-dasharray: 8 3;
  }

  .plot path.length.l2 {
    stroke-dasharray: 3 3;
  }

  .plot path.length.l3 {
    stroke-dasharray: 8 3 2 3;
  }

  .plot path.length.l4 {
    stroke-dasharray: 12 3 2 3 2 3;
  }

  .plot .ending * {
    fill: var(--_color-surface);
    stroke: var(--_color-text-muted);
    stroke-width: 1.5;
  }

  .plot line.cap,
  .plot path.cap {
    stroke: var(--_color-warning);
    stroke-dasharray: 1 5;
    stroke-width: 2;
  }

  .plot path.mark {
    fill: var(--_color-warning);
  }

  .plot g.mark .tick {
    fill: var(--_color-warning);
    font-weight: 600;
  }

  .plot .dot {
    fill: var(--_color-accent);
    stroke: var(--_color-accent);
    stroke-width: 2;
  }

  .plot .dot.open {
    fill: var(--_color-surface);
  }

  .plot line.sample {
    stroke: var(--_color-text-muted);
    stroke-dasharray: 2 3;
  }

  .plot circle.sample {
    fill: var(--_color-surface);
    stroke: var(--_color-text);
    stroke-width: 2.5;
  }

  .reading {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--_space-3);
    min-height: 1.5em;
    margin: 0;
    font-variant-numeric: tabular-nums;
  }

  .reading span + span {
    color: var(--_color-text-muted);
  }

  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-1) var(--_space-4);
    color: var(--_color-text-muted);
    font-size: var(--_font-size-s);
  }

  .key {
    display: inline-flex;
    align-items: center;
    gap: var(--_space-2);
  }

  @media (forced-colors: active) {
    .plot path.draft,
    .plot .dot,
    .plot circle.sample {
      stroke: Highlight;
    }

    .plot .dot {
      fill: Highlight;
    }

    .plot .dot.open,
    .plot circle.sample,
    .plot .ending * {
      fill: Canvas;
    }

    .plot path.published,
    .plot path.length,
    .plot path.cap,
    .plot line.cap,
    .plot line.sample,
    .plot .ending *,
    .plot rect.closed {
      stroke: CanvasText;
    }

    .plot rect.closed {
      fill: none;
    }

    .grid {
      stroke: GrayText;
    }

    .plot path.mark,
    .plot g.mark .tick,
    .tick {
      fill: CanvasText;
    }
  }
`;
