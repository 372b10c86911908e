import type { ReactiveController } from 'lit';
import type { Policy, PolicyWarning, PricePiece } from '../../../domain/index.js';
import { lintPolicy } from '../../../domain/policy/lint.js';
import { priceCurve } from '../../../domain/pricing/curve.js';
import { pricingPreviewLanguages } from '../../../locales/pricing-preview/catalog.js';
import type { PricingPreviewStrings } from '../../../locales/pricing-preview/strings.js';
import { pricingWordsLanguages } from '../../../locales/pricing-words/catalog.js';
import type { PricingWordStrings } from '../../../locales/pricing-words/strings.js';
import { Localized } from '../../../ui/localize.js';
import type { SeatkitElement } from '../../../ui/seatkit-element.js';
import { Width } from '../controllers/width.js';
import type { RangeChoice } from '../plot/range.js';
import { FIRST_SAMPLE, type SampleText } from '../sample.js';
import type { WarningPlace } from './warning-places.js';

/** How the preview is looked at. */
export interface Looks {
  range: RangeChoice;
  /** The share for each seat in the place of the price of the order. */
  perSeat: boolean;
  /** A line for every length on offer. */
  lengths: boolean;
  /** Tables that are open; nothing is drawn in one that is not. */
  table: boolean;
  cases: boolean;
}

/** What is looked at in the preview, and what was worked out for it: kept from one drawing to the next. */
export class PreviewDesk implements ReactiveController {
  sample: SampleText = FIRST_SAMPLE;
  looks: Looks = { range: 'places', perSeat: false, lengths: false, table: false, cases: false };
  /** The picture has the focus: what it says of the chosen seats is said by itself. */
  atPicture = false;

  readonly #host: SeatkitElement;
  readonly #text: Localized<PricingPreviewStrings>;
  readonly #words: Localized<PricingWordStrings>;
  readonly #width: Width;
  readonly #warnings = new WeakMap<Policy, PolicyWarning[]>();
  readonly #curves = new WeakMap<Policy, Map<number, PricePiece[]>>();

  constructor(host: SeatkitElement) {
    this.#host = host;
    this.#text = new Localized(host, pricingPreviewLanguages);
    this.#words = new Localized(host, pricingWordsLanguages);
    this.#width = new Width(host, () => host.renderRoot.querySelector('.plot'), 480);
    host.addController(this);
  }

  /** Whether there are words to draw with. */
  get ready(): boolean {
    return this.#text.ready && this.#words.ready;
  }

  get t(): PricingPreviewStrings {
    return this.#text.t;
  }

  /** Of warnings and differences. */
  get words(): PricingWordStrings {
    return this.#words.t;
  }

  /** Of the plot, in pixels. */
  get width(): number {
    return this.#width.pixels;
  }

  hostDisconnected(): void {
    this.atPicture = false;
  }

  ask(change: Partial<SampleText>): void {
    this.sample = { ...this.sample, ...change };
    this.#host.requestUpdate();
  }

  look(change: Partial<Looks>): void {
    this.looks = { ...this.looks, ...change };
    this.#host.requestUpdate();
  }

  /** Shows the order at which a warning shows. */
  show({ seats, cycles }: WarningPlace): void {
    this.ask({ kind: 'new', holding: 'none', seats: String(seats), cycles: String(cycles) });
  }

  /** What looks wrong with a policy. */
  warningsOf(policy: Policy): readonly PolicyWarning[] {
    return keep(this.#warnings, policy, () => lintPolicy(policy));
  }

  /** The prices of a policy for a length. */
  curveOf(policy: Policy, cycles: number): readonly PricePiece[] {
    const curves = keep(this.#curves, policy, () => new Map<number, PricePiece[]>());
    return keep(curves, cycles, () => priceCurve(policy, { cycles }));
  }
}

interface Keeping<Key, Value> {
  get(key: Key): Value | undefined;
  set(key: Key, value: Value): unknown;
}

function keep<Key, Value>(known: Keeping<Key, Value>, key: Key, make: () => Value): Value {
  const found = known.get(key);
  if (found !== undefined) return found;
  const made = make();
  known.set(key, made);
  return made;
}
