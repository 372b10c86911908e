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

  .plot svg {
    overflow: visible;
    cursor: crosshair;
    touch-action: pan-y;
  }

  .plot path,
  .plot line {
    fill: none;
    stroke-linecap: round;
  }

  .grid {
    stroke: var(--_color-line);
  }

  .tick {
    fill: var(--_color-text-muted);
    font-size: 12px;
    font-variant-numeric: tabular-nums;
  }

  .plot path.draft {
    stroke: var(--_color-accent);
    stroke-width: 2.5;
  }

  .plot path.jumps {
    stroke: var(--_color-accent);
    stroke-dasharray: 2 4;
    stroke-width: 1.5;
  }

  .plot path.published {
    stroke: var(--_color-line-strong);
    stroke-dasharray: 6 4;
    stroke-width: 2;
  }

  .plot line.cap {
    stroke: var(--_color-warning);
    stroke-dasharray: 1 5;
    stroke-width: 2;
  }

  .plot path.mark {
    fill: var(--_color-warning);
  }

  .plot line.sample {
    stroke: var(--_color-text-muted);
    stroke-dasharray: 2 3;
  }

  .plot circle.sample {
    fill: var(--_color-surface);
    stroke: var(--_color-accent);
    stroke-width: 2.5;
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

  .key::before {
    content: '';
    width: 20px;
    border-block-start: 3px solid var(--_color-accent);
  }

  .key.published::before {
    border-block-start: 2px dashed var(--_color-line-strong);
  }

  .key.cap::before {
    border-block-start: 2px dotted var(--_color-warning);
  }

  @media (forced-colors: active) {
    .plot path.draft,
    .plot path.jumps,
    .plot circle.sample {
      stroke: Highlight;
    }

    .plot path.published,
    .plot line.cap,
    .grid {
      stroke: CanvasText;
    }

    .plot path.mark,
    .tick {
      fill: CanvasText;
    }
  }
`;
