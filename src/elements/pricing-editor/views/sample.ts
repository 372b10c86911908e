import { html, nothing, type TemplateResult } from 'lit';
import type { OrderKind, Quote, Violation } from '../../../domain/index.js';
import type { PriceContext } from '../../../locales/common/quotes/strings.js';
import type { PricingEditorStrings } from '../../../locales/pricing-editor/strings.js';
import type { PricingPreviewStrings } from '../../../locales/pricing-preview/strings.js';
import { parseCount } from '../../../ui/numbers.js';
import { field } from '../../../ui/templates/field.js';
import { icon } from '../../../ui/templates/icon.js';
import { numberField } from '../../../ui/templates/number-field.js';
import { quoteLines } from '../../../ui/templates/quote-lines.js';
import { segmented } from '../../../ui/templates/segmented.js';
import { violationText } from '../../../ui/texts.js';
import type { Holding } from '../preview/subscription.js';
import type { Sample, SampleText } from '../sample.js';
import { segmentsView, type SegmentsHandlers } from './segments.js';

export interface SampleHandlers extends SegmentsHandlers {
  onSample: (change: Partial<SampleText>) => void;
}

const KINDS: readonly OrderKind[] = ['new', 'renew', 'expand'];
const HOLDINGS: readonly Holding[] = ['none', 'trial', 'paid'];

/** Any order of a customer, as that customer would be quoted. `context` is null while there is no policy. */
export function sampleView(
  t: PricingEditorStrings,
  p: PricingPreviewStrings,
  sample: Sample,
  context: PriceContext | null,
  handlers: SampleHandlers,
): TemplateResult {
  const { text, quote, hasCycles } = sample;
  const { onSample } = handlers;
  return html`<fieldset class="section sample">
    <legend>${p.sample.legend}</legend>
    ${segmented<Holding>({
      id: 'sample-holding',
      legend: p.sample.holdingLegend,
      options: HOLDINGS.map((value) => ({ value, label: p.sample.holdings[value] })),
      value: text.holding,
      help: text.holding === 'trial' ? p.sample.trial : undefined,
      onChange: (holding) => handlers.onHolding(holding),
    })}
    ${text.holding === 'paid' && context ? segmentsView(t, p, sample, context, handlers) : nothing}
    ${segmented<OrderKind>({
      id: 'sample-kind',
      legend: p.sample.kindLegend,
      options: KINDS.map((value) => ({ value, label: p.sample.kinds[value] })),
      value: text.kind,
      help: hasCycles ? undefined : p.sample.coTerm,
      issues: issuesOf(t, sample, context, 'kind'),
      onChange: (kind) => onSample({ kind, seats: null }),
    })}
    <div class="fields">
      ${countField({
        id: 'sample-seats',
        label: p.sample.seats,
        text: sample.seatsText,
        unit: t.sample.unitSeats,
        issues: issuesOf(t, sample, context, 'seats'),
        decreaseLabel: p.sample.fewerSeats,
        increaseLabel: p.sample.moreSeats,
        onText: (seats) => onSample({ seats }),
      })}
      ${
        hasCycles
          ? countField({
              id: 'sample-cycles',
              label: p.sample.cycles,
              text: text.cycles,
              unit: context ? t.quotes.cycleNames[context.cycle] : undefined,
              issues: issuesOf(t, sample, context, 'cycles'),
              decreaseLabel: p.sample.shorter,
              increaseLabel: p.sample.longer,
              onText: (cycles) => onSample({ cycles }),
            })
          : nothing
      }
    </div>
    ${quote && context ? quoteView(t, p, quote, context) : nothing}
    ${context ? nothing : html`<p class="muted">${p.sample.none}</p>`}
  </fieldset>`;
}

/** The lines, the time it brings, and what it takes away. */
function quoteView(
  t: PricingEditorStrings,
  p: PricingPreviewStrings,
  quote: Quote,
  context: PriceContext,
): TemplateResult {
  const { format, currency } = context;
  const losses = [
    ...(quote.creditForfeited > 0
      ? [p.sample.forfeited(format.money(quote.creditForfeited, currency))]
      : []),
    ...(quote.endsEarlierDays > 0
      ? [p.sample.earlier(t.quotes.days(quote.endsEarlierDays, format))]
      : []),
  ];
  return html`${quoteLines(quote, t.quotes, context)}
    <p class="muted span">
      ${p.sample.span(format.date(quote.startsAt), format.date(quote.endsAt))}
      ${quote.giftDays > 0 ? t.quotes.gift(quote.giftDays, format) : nothing}
    </p>
    ${
      losses.length > 0
        ? html`<ul class="losses">
            ${losses.map((loss) => html`<li>${icon('warning')}<span>${loss}</span></li>`)}
          </ul>`
        : nothing
    }
    <p class="muted">${p.sample.estimate}</p>`;
}

interface CountField {
  id: string;
  label: string;
  text: string;
  unit: string | undefined;
  issues: readonly string[];
  decreaseLabel: string;
  increaseLabel: string;
  onText: (text: string) => void;
}

function countField(options: CountField): TemplateResult {
  const { id, label, text, unit, issues, decreaseLabel, increaseLabel, onText } = options;
  const count = parseCount(text);
  const value = count.ok ? count.value : 0;
  return field({
    id,
    label,
    issues,
    control: (wiring) =>
      numberField({
        wiring,
        value: text,
        ...(unit ? { unit } : {}),
        onInput: onText,
        steps: {
          decreaseLabel,
          increaseLabel,
          canDecrease: value > 1,
          canIncrease: true,
          onStep: (direction) => onText(String(Math.max(1, value + direction))),
        },
      }),
  });
}

type Blamed = 'kind' | 'seats' | 'cycles';

/** What is to blame, where it is not the seats. */
const BLAMED: Partial<Record<Violation['code'], Blamed>> = {
  'already-active': 'kind',
  'nothing-to-expand': 'kind',
  'nothing-to-renew': 'kind',
  'cycle-changed': 'kind',
  'cycles-out-of-range': 'cycles',
};

function issuesOf(
  t: PricingEditorStrings,
  sample: Sample,
  context: PriceContext | null,
  blamed: Blamed,
): string[] {
  const fault = blamed === 'seats' ? sample.seatsFault : sample.cyclesFault;
  if (fault && blamed !== 'kind') return [t.quotes.countFaults[fault]];
  if (!context) return [];
  return sample.violations
    .filter(({ code }) => (BLAMED[code] ?? 'seats') === blamed)
    .map((violation) => violationText(t.quotes, violation, context));
}
