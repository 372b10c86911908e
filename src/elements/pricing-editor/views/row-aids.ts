import { html, svg, type TemplateResult } from 'lit';
import type { PricingAidsStrings } from '../../../locales/pricing-aids/strings.js';
import { gripId, type RowMover } from '../aids/row-mover.js';
import type { RowList } from '../aids/rows.js';
import type { FormView } from './view.js';

/** The handle that a row is moved by. */
export function gripView(
  { rows }: PricingAidsStrings,
  view: FormView,
  mover: RowMover,
  list: RowList,
  id: number,
  index: number,
): TemplateResult {
  const { t, format } = view;
  const place = t.place(index, format);
  return html`<button
    class="icon-button grip"
    type="button"
    id=${gripId(list, id)}
    aria-label=${rows.move(list === 'tiers' ? rows.tier(place) : rows.step(place))}
    aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
    aria-pressed=${mover.isCarried(list, id)}
    title=${rows.moveHow}
    @click=${() => mover.onGripClick(view, list, id, index)}
    @keydown=${(event: KeyboardEvent) => mover.onGripKeydown(view, list, id, event)}
    @pointerdown=${(event: PointerEvent) => mover.onPointerDown(list, id, event)}
    @pointermove=${(event: PointerEvent) => mover.onPointerMove(event)}
    @pointerup=${() => mover.onPointerUp(view)}
    @pointercancel=${() => mover.onPointerCancel()}
  >
    ${glyph('M9 5.5v.1M15 5.5v.1M9 12v.1M15 12v.1M9 18.5v.1M15 18.5v.1')}
  </button>`;
}

export function splitView(label: string, onSplit: () => void): TemplateResult {
  return html`<button
    class="icon-button"
    type="button"
    aria-label=${label}
    title=${label}
    @click=${onSplit}
  >
    ${glyph('M4 12h16M12 8V3m-3 2.5L12 3l3 2.5M12 16v5m-3-2.5 3 2.5 3-2.5')}
  </button>`;
}

/** A line icon like those that load at once. */
function glyph(path: string): TemplateResult {
  return html`<svg
    class="icon"
    viewBox="0 0 24 24"
    width="20"
    height="20"
    fill="none"
    stroke="currentColor"
    stroke-width="2"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    ${svg`<path d=${path}></path>`}
  </svg>`;
}
