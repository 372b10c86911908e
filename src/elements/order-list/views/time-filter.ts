import { html, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { DAY_MS } from '../../../domain/instant.js';
import { field } from '../../../ui/templates/field.js';
import { dayOf, endOfDay, lastDayOf, startOfDay } from '../calendar.js';
import { readFilter } from '../filter.js';
import type { FilterContext } from './context.js';

const SPANS = [7, 30, 90] as const;

/** When an order was made: whole days in the time zone that dates are shown in. */
export function timeFilter(context: FilterContext): TemplateResult {
  const { t, filter, format, now, onFilter } = context;
  const { from, to } = filter;
  const { timeZone } = format;
  const lastDays = (days: number) => {
    // Today is the last of them.
    const since = new Date(Date.parse(now) - (days - 1) * DAY_MS).toISOString();
    const { to: _, ...rest } = filter;
    onFilter(readFilter({ ...rest, from: startOfDay(dayOf(since, timeZone), timeZone) ?? since }));
  };
  const setDay = (name: 'from' | 'to', day: string) => {
    const { [name]: _, ...rest } = filter;
    const at = name === 'from' ? startOfDay(day, timeZone) : endOfDay(day, timeZone);
    onFilter(at === null ? rest : { ...rest, [name]: at });
  };
  const dayField = (name: 'from' | 'to', label: string, day: string) =>
    field({
      id: `time-${name}`,
      label,
      control: ({ id, describedBy, invalid }) =>
        html`<input
          class="input"
          id=${id}
          type="date"
          aria-describedby=${ifDefined(describedBy)}
          aria-invalid=${invalid}
          .value=${day}
          @change=${(event: Event) => setDay(name, (event.target as HTMLInputElement).value)}
        />`,
    });
  return html`<div class="spans">
      ${SPANS.map(
        (days) =>
          html`<button class="button compact" type="button" @click=${() => lastDays(days)}>
            ${t.filters.lastDays(days, format)}
          </button>`,
      )}
    </div>
    ${dayField('from', t.filters.from, from ? dayOf(from, timeZone) : '')}
    ${dayField('to', t.filters.to, to ? lastDayOf(to, timeZone) : '')}`;
}
