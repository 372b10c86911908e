import type { ReactiveController } from 'lit';
import type { PricingAidsStrings } from '../../../locales/pricing-aids/strings.js';
import type { SeatkitElement } from '../../../ui/seatkit-element.js';
import type { Draft } from '../draft/draft.js';
import type { FormView } from '../views/view.js';
import { moveRow, type Move, type RowList } from './rows.js';

/** A row that is on its way to another place. */
interface Carried {
  list: RowList;
  id: number;
  /** Where the pointer went down; null when the row was picked up by a press or a key. */
  startY: number | null;
  /** Where it would be dropped; null while it has not left its place. */
  to: number | null;
}

/** A press that moves by less is no drag. In pixels. */
const STILL = 4;

/** Id of the handle of a row. */
export function gripId(list: RowList, id: number): string {
  return `grip-${list}-${id}`;
}

/** Moves rows: dragged by their handle, with the arrow keys, or by pressing one handle and then another. */
export class RowMover implements ReactiveController {
  readonly #host: SeatkitElement;
  readonly #words: () => PricingAidsStrings;
  #carried: Carried | null = null;
  /** The click that ends a drag is none. */
  #dragged = false;

  constructor(host: SeatkitElement, words: () => PricingAidsStrings) {
    this.#host = host;
    this.#words = words;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#carried = null;
  }

  isCarried(list: RowList, id: number): boolean {
    return this.#carried?.list === list && this.#carried.id === id;
  }

  markOf(list: RowList, id: number, index: number): string {
    const carried = this.#carried;
    if (carried?.list !== list) return '';
    if (carried.id === id) return 'carried';
    return carried.to === index ? 'target' : '';
  }

  onRowKeydown(view: FormView, list: RowList, id: number, event: KeyboardEvent): void {
    const target = event.target as HTMLElement;
    const step = stepOf(event);
    // In a select the same keys open its list.
    if (step === 0 || !event.altKey || target.localName === 'select') return;
    event.preventDefault();
    this.#move(view, list, id, (index) => index + step, target.id);
  }

  onGripKeydown(view: FormView, list: RowList, id: number, event: KeyboardEvent): void {
    const step = stepOf(event);
    if (event.key === 'Escape' && this.#carried) {
      event.preventDefault();
      this.#putDown(view);
    } else if (step !== 0 && !event.altKey) {
      event.preventDefault();
      this.#move(view, list, id, (index) => index + step, gripId(list, id));
    }
  }

  onGripClick(view: FormView, list: RowList, id: number, index: number): void {
    if (this.#dragged) {
      this.#dragged = false;
      return;
    }
    const carried = this.#carried;
    if (carried?.list === list && carried.id !== id) {
      this.#move(view, list, carried.id, () => index, gripId(list, carried.id));
    } else if (carried) {
      this.#putDown(view);
    } else {
      this.#carry({ list, id, startY: null, to: null });
      view.moveOn(gripId(list, id), this.#words().rows.picked(this.#name(view, list, index)));
    }
  }

  onPointerDown(list: RowList, id: number, event: PointerEvent): void {
    this.#dragged = false;
    if (event.button !== 0 || this.#carried?.startY === null) return;
    const grip = event.currentTarget as HTMLElement;
    grip.setPointerCapture(event.pointerId);
    this.#carried = { list, id, startY: event.clientY, to: null };
  }

  onPointerMove(event: PointerEvent): void {
    const carried = this.#carried;
    if (typeof carried?.startY !== 'number') return;
    if (!this.#dragged && Math.abs(event.clientY - carried.startY) < STILL) return;
    this.#dragged = true;
    const to = placeAt(event.currentTarget as HTMLElement, event.clientY);
    if (to !== carried.to) this.#carry({ ...carried, to });
  }

  onPointerUp(view: FormView): void {
    const carried = this.#carried;
    if (typeof carried?.startY !== 'number') return;
    const { list, id, to } = carried;
    this.#carry(null);
    if (to !== null) this.#move(view, list, id, () => to, gripId(list, id));
  }

  /** The browser took the pointer away. */
  onPointerCancel(): void {
    if (typeof this.#carried?.startY === 'number') this.#carry(null);
  }

  #putDown(view: FormView): void {
    const carried = this.#carried;
    if (!carried) return;
    this.#carry(null);
    const { list, id } = carried;
    const row = this.#name(view, list, placeOf(view.now(), list, id));
    view.moveOn(gripId(list, id), this.#words().rows.dropped(row));
  }

  #move(
    view: FormView,
    list: RowList,
    id: number,
    target: (index: number) => number,
    focus: string,
  ): void {
    this.#carry(null);
    const draft = view.now();
    const move = moveRow(draft, list, id, target(placeOf(draft, list, id)));
    if (move.draft !== draft) view.edit(move.draft);
    view.moveOn(focus, this.#told(view, list, move));
  }

  #told(view: FormView, list: RowList, { from, to, carried }: Move): string {
    const { rows } = this.#words();
    const row = this.#name(view, list, from);
    if (from === to) return from === 0 ? rows.first(row) : rows.last(row);
    const place = view.t.place(to, view.format);
    return carried ? rows.carried(row, place) : rows.moved(row, place);
  }

  #name({ t, format }: FormView, list: RowList, index: number): string {
    const { rows } = this.#words();
    const place = t.place(index, format);
    return list === 'tiers' ? rows.tier(place) : rows.step(place);
  }

  #carry(carried: Carried | null): void {
    if (carried === this.#carried) return;
    this.#carried = carried;
    this.#host.requestUpdate();
  }
}

function placeOf(draft: Draft, list: RowList, id: number): number {
  return draft[list].findIndex((row) => row.id === id);
}

function stepOf({ key }: KeyboardEvent): -1 | 0 | 1 {
  if (key === 'ArrowUp') return -1;
  return key === 'ArrowDown' ? 1 : 0;
}

/** The place that a row would have if it was dropped at a height: after every other row whose middle is above. */
function placeAt(grip: HTMLElement, y: number): number {
  const own = grip.closest('.row');
  const rows = [...(own?.parentElement?.children ?? [])];
  return rows.filter((row) => {
    const { top, bottom } = row.getBoundingClientRect();
    return row !== own && (top + bottom) / 2 < y;
  }).length;
}
