import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Cycle } from '../../../domain/index.js';
import { MAX_SEATS } from '../../../domain/pricing/bounds.js';
import { maxCycles } from '../../../domain/pricing/term.js';
import type { PriceContext } from '../../../locales/common/quotes/strings.js';
import type { PricingEditorStrings } from '../../../locales/pricing-editor/strings.js';
import type { PricingPreviewStrings } from '../../../locales/pricing-preview/strings.js';
import { icon } from '../../../ui/templates/icon.js';
import type { Holding, SegmentFault, SegmentField, SegmentText } from '../preview/subscription.js';
import type { Sample } from '../sample.js';
import { cell, removeButton, rowIssues } from './cell.js';

export interface SegmentsHandlers {
  onHolding: (holding: Holding) => void;
  onSegment: (id: number, change: Partial<SegmentText>) => void;
  onAddSegment: () => void;
  onRemoveSegment: (id: number) => void;
}

/** Id of a control in the row of a segment. */
export function segmentField(id: number, field: SegmentField | 'cycle'): string {
  return `segment-${id}-${field}`;
}

/** The paid time of a customer, row by row: seats, first day, length and what was paid. */
export function segmentsView(
  t: PricingEditorStrings,
  p: PricingPreviewStrings,
  sample: Sample,
  context: PriceContext,
  handlers: SegmentsHandlers,
): TemplateResult {
  const { segments } = sample.text;
  return html`<div class="segments" role="group" aria-label=${p.sample.segments}>
    ${repeat(
      segments,
      ({ id }) => id,
      (segment, index) => row(t, p, sample, segment, index, context, handlers),
    )}
    <p class="muted">${p.sample.blanks}</p>
    <button class="link" type="button" id="add-segment" @click=${handlers.onAddSegment}>
      ${icon('plus')} ${p.sample.add}
    </button>
  </div>`;
}

function row(
  t: PricingEditorStrings,
  p: PricingPreviewStrings,
  { subscription, text }: Sample,
  segment: SegmentText,
  index: number,
  { format, currency }: PriceContext,
  { onSegment, onRemoveSegment }: SegmentsHandlers,
): TemplateResult {
  const { id, cycle } = segment;
  const place = t.place(index, format);
  const faults = subscription.faults.filter((fault) => fault.id === id);
  const issuesAt = (field: SegmentField) =>
    faults
      .filter((each) => each.field === field)
      .map((each) => faultText(t, p, each, cycle, format));
  const change = (part: Partial<SegmentText>) => onSegment(id, part);
  const worth = subscription.values.get(id) ?? null;
  const fields = ['seats', 'startsOn', 'cycles', 'value'] as const;
  const day = segmentField(id, 'startsOn');
  return html`<div class="segment-row" role="group" aria-label=${p.sample.row(place)}>
    <label class="segment-cell">
      <span aria-hidden="true">${p.sample.columns.seats}</span>
      ${cell({
        id: segmentField(id, 'seats'),
        label: p.sample.seatsOf(place),
        value: segment.seats,
        inputMode: 'numeric',
        issues: issuesAt('seats'),
        disabled: false,
        onInput: (seats) => change({ seats }),
      })}
    </label>
    <label class="segment-cell">
      <span aria-hidden="true">${p.sample.columns.startsOn}</span>
      <input
        class="input"
        type="date"
        id=${day}
        aria-label=${p.sample.startsOnOf(place)}
        aria-describedby=${issuesAt('startsOn').length > 0 ? `${day}-issues` : nothing}
        aria-invalid=${issuesAt('startsOn').length > 0}
        .value=${segment.startsOn}
        @input=${(event: Event) => change({ startsOn: (event.target as HTMLInputElement).value })}
      />
    </label>
    <div class="segment-cell">
      <span aria-hidden="true">${p.sample.columns.cycles}</span>
      <div class="segment-term">
        ${cell({
          id: segmentField(id, 'cycles'),
          label: p.sample.cyclesOf(place),
          value: segment.cycles,
          inputMode: 'numeric',
          issues: issuesAt('cycles'),
          disabled: false,
          onInput: (cycles) => change({ cycles }),
        })}
        <select
          class="input"
          id=${segmentField(id, 'cycle')}
          aria-label=${p.sample.cycleOf(place)}
          @change=${(event: Event) =>
            change({
              cycle: (event.target as HTMLSelectElement).value === 'year' ? 'year' : 'month',
            })}
        >
          <option value="year" .selected=${cycle === 'year'}>${p.sample.units.year}</option>
          <option value="month" .selected=${cycle === 'month'}>${p.sample.units.month}</option>
        </select>
      </div>
    </div>
    <label class="segment-cell">
      <span aria-hidden="true">${p.sample.columns.value}</span>
      ${cell({
        id: segmentField(id, 'value'),
        label: p.sample.valueOf(place),
        value: segment.value,
        inputMode: 'decimal',
        issues: issuesAt('value'),
        placeholder: worth === null ? '' : format.money(worth, currency),
        disabled: false,
        onInput: (value) => change({ value }),
      })}
    </label>
    ${removeButton(p.sample.removeOf(place), text.segments.length === 1, () => onRemoveSegment(id))}
    ${rowIssues(fields.map((field) => ({ id: segmentField(id, field), issues: issuesAt(field) })))}
  </div>`;
}

function faultText(
  t: PricingEditorStrings,
  p: PricingPreviewStrings,
  { code, field }: SegmentFault,
  cycle: Cycle,
  format: PriceContext['format'],
): string {
  const { faults } = p.sample;
  switch (code) {
    case 'not-amount':
      return faults.notAmount;
    case 'not-date':
      return faults.notDate;
    case 'out-of-range':
      return faults.range(format.number(field === 'seats' ? MAX_SEATS : maxCycles(cycle)));
    default:
      return t.quotes.countFaults[code];
  }
}
