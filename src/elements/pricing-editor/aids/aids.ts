import { pricingAidsLanguages } from '../../../locales/pricing-aids/catalog.js';
import type { PricingAidsStrings } from '../../../locales/pricing-aids/strings.js';
import { Localized } from '../../../ui/localize.js';
import type { SeatkitElement } from '../../../ui/seatkit-element.js';
import type { Draft, TierDraft } from '../draft/draft.js';
import { tierField } from '../places.js';
import { exampleView } from '../views/example.js';
import { foreignView } from '../views/foreign.js';
import { gripView, splitView } from '../views/row-aids.js';
import { fullText, type FormAids, type FormView } from '../views/view.js';
import { modeExample, type ModeExample } from './example.js';
import { RowMover } from './row-mover.js';
import { splitTier, type RowList } from './rows.js';

/** What helps with the form and is not needed to begin typing: moving and splitting rows, examples, what could not be taken over. */
export class Aids implements FormAids {
  readonly #text: Localized<PricingAidsStrings>;
  readonly #mover: RowMover;
  #example: { tiers: Draft['tiers']; currency: string; found: ModeExample | null } | undefined;

  constructor(host: SeatkitElement) {
    this.#text = new Localized(host, pricingAidsLanguages);
    this.#mover = new RowMover(host, () => this.t);
  }

  /** Whether there are words to draw with. */
  get ready(): boolean {
    return this.#text.ready;
  }

  get t(): PricingAidsStrings {
    return this.#text.t;
  }

  markOf(list: RowList, id: number, index: number): string {
    return this.#mover.markOf(list, id, index);
  }

  grip(view: FormView, list: RowList, id: number, index: number): unknown {
    return gripView(this.t, view, this.#mover, list, id, index);
  }

  onKeydown(view: FormView, list: RowList, id: number, event: KeyboardEvent): void {
    this.#mover.onRowKeydown(view, list, id, event);
  }

  split(view: FormView, { id }: TierDraft, index: number): unknown {
    const { t, format } = view;
    const row = this.t.rows.tier(t.place(index, format));
    return splitView(this.t.rows.split(row), () => {
      const done = splitTier(view.now(), id);
      if (typeof done === 'string') {
        const why = done === 'full' ? fullText(view, 'tiers') : this.t.rows.splitSingle(row);
        view.moveOn(tierField(id, 'upTo'), why);
        return;
      }
      view.edit(done.draft);
      view.moveOn(tierField(done.first, 'upTo'), this.t.rows.splitDone(row));
    });
  }

  example(view: FormView): unknown {
    const { tiers, currency } = view.draft;
    if (this.#example?.tiers !== tiers || this.#example.currency !== currency) {
      this.#example = { tiers, currency, found: modeExample(view.draft) };
    }
    return exampleView(this.t, view, this.#example.found);
  }

  foreign(view: FormView): unknown {
    return foreignView(this.t, view);
  }
}
