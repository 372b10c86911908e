import { html, nothing, type TemplateResult } from 'lit';
import type { PriceContext } from '../../../locales/common/quotes/strings.js';
import type { PricingEditorStrings } from '../../../locales/pricing-editor/strings.js';
import { parseCount } from '../../../ui/numbers.js';
import { field } from '../../../ui/templates/field.js';
import { numberField } from '../../../ui/templates/number-field.js';
import { quoteLines } from '../../../ui/templates/quote-lines.js';
import { violationText } from '../../../ui/texts.js';
import type { Sample } from '../sample.js';

export interface SampleHandlers {
  onSeats: (text: string) => void;
  onCycles: (text: string) => void;
}

/** Any order of a first buyer, as that buyer would be quoted. `context` is null while there is no policy. */
export function sampleView(
  t: PricingEditorStrings,
  sample: Sample,
  context: PriceContext | null,
  { onSeats, onCycles }: SampleHandlers,
): TemplateResult {
  const { quote } = sample;
  return html`<fieldset class="section sample">
    <legend>${t.sample.legend}</legend>
    <div class="fields">
      ${countField({
        id: 'sample-seats',
        label: t.sample.seats,
        text: sample.seatsText,
        unit: t.sample.unitSeats,
        issues: issuesOf(t, sample, context, 'seats'),
        decreaseLabel: t.sample.fewerSeats,
        increaseLabel: t.sample.moreSeats,
        onText: onSeats,
      })}
      ${countField({
        id: 'sample-cycles',
        label: t.sample.cycles,
        text: sample.cyclesText,
        unit: context ? t.quotes.cycleNames[context.cycle] : undefined,
        issues: issuesOf(t, sample, context, 'cycles'),
        decreaseLabel: t.sample.shorter,
        increaseLabel: t.sample.longer,
        onText: onCycles,
      })}
    </div>
    ${
      quote && context
        ? quoteLines(quote, t.quotes, context)
        : context
          ? nothing
          : html`<p class="muted">${t.sample.none}</p>`
    }
  </fieldset>`;
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

function issuesOf(
  t: PricingEditorStrings,
  sample: Sample,
  context: PriceContext | null,
  fieldName: 'seats' | 'cycles',
): string[] {
  const fault = fieldName === 'seats' ? sample.seatsFault : sample.cyclesFault;
  if (fault) return [t.quotes.countFaults[fault]];
  if (!context) return [];
  return sample.violations
    .filter((violation) => (violation.code === 'cycles-out-of-range') === (fieldName === 'cycles'))
    .map((violation) => violationText(t.quotes, violation, context));
}
