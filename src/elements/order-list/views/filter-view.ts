import { html, nothing, type TemplateResult } from 'lit';
import type { OrderSort } from '../../../contract/index.js';
import { choice } from '../../../ui/templates/choice.js';
import { icon } from '../../../ui/templates/icon.js';
import { placeBy } from '../place.js';
import {
  CHOICES,
  narrows,
  NEWEST_FIRST,
  readFilter,
  SORT_KEYS,
  toggled,
  type ChoiceName,
} from '../filter.js';
import { wordOf } from '../order-facts.js';
import type { FilterContext } from './context.js';
import type { Depth } from '../depth-loader.js';
import type { ReadingName } from '../export/reading-flow.js';
import type { ListTools } from '../list-tools.js';
import { amountText, timeText } from './filter-texts.js';
import { skeleton } from '../../../ui/templates/skeleton.js';

export interface FilterView extends FilterContext {
  /** The search as typed, which the filter follows a little later. */
  search: string;
  onSearch: (text: string) => void;
  /** The filter matches something, as far as is known. */
  exportable: boolean;
  /** Undefined until they have loaded. */
  tools: ListTools | undefined;
  onTool: (name: ReadingName) => void;
  /** Undefined until it has loaded. */
  depth: Depth | undefined;
}

/** Search, and a chip for everything that narrows the list. */
export function filterView(view: FilterView): TemplateResult {
  const { t, filter, search, depth, onSearch, onFilter } = view;
  const clear = () => {
    onSearch('');
    onFilter(filter.sort ? { sort: filter.sort } : {});
  };
  return html`<div class="filters" role="search" aria-label=${t.filters.label}>
    <div class="search">
      ${icon('search')}
      <input
        class="input"
        id="search"
        type="search"
        autocomplete="off"
        aria-label=${t.filters.search}
        placeholder=${t.filters.search}
        .value=${search}
        @input=${(event: Event) => onSearch((event.target as HTMLInputElement).value)}
      />
    </div>
    ${choiceChip('statuses', t.orders.statuses, view)} ${choiceChip('kinds', t.orders.kinds, view)}
    ${chip('time', t.filters.time, timeText(view), depth?.timeFilter(view) ?? skeleton(3), view, {
      from: undefined,
      to: undefined,
    })}
    ${chip(
      'amount',
      t.filters.amount,
      amountText(view),
      depth?.amountFilter(view) ?? skeleton(2),
      view,
      {
        minAmount: undefined,
        maxAmount: undefined,
      },
    )}
    ${choiceChip('methods', t.orders.methods, view)}
    ${choiceChip('invoices', { none: t.filters.noInvoice, ...t.orders.invoiceStatuses }, view)}
    ${sortSelect(view)}
    ${
      narrows(filter)
        ? html`<button class="link clear-all" type="button" @click=${clear}>
            ${t.filters.clearAll}
          </button>`
        : nothing
    }
    ${toolsView(view)}
  </div>`;
}

/** What is done with the list as a whole. */
function toolsView(view: FilterView): TemplateResult {
  const { t, tools } = view;
  return html`<div class="tools">
    <div>
      <button
        class="button compact"
        type="button"
        id="columns"
        popovertarget="box-columns"
        aria-haspopup="dialog"
      >
        ${t.tools.columns}
      </button>
      <div
        class="box"
        id="box-columns"
        popover
        role="dialog"
        aria-label=${t.tools.columns}
        @beforetoggle=${placeBy('columns')}
      >
        ${tools?.columnBox(view) ?? skeleton(4)}
      </div>
    </div>
    ${toolButton('print', view)} ${toolButton('export', view)}
  </div>`;
}

function toolButton(
  name: ReadingName,
  { t, tools, exportable, onTool }: FilterView,
): TemplateResult {
  return html`<button
    class="button compact"
    type="button"
    id=${name}
    aria-busy=${tools?.isPending(name) ?? false}
    ?disabled=${!exportable}
    @click=${() => onTool(name)}
  >
    ${t.tools[name]}
  </button>`;
}

function choiceChip(
  name: ChoiceName,
  words: Readonly<Partial<Record<string, string>>>,
  view: FilterView,
): TemplateResult {
  const { t, filter, format, onFilter } = view;
  const ticked: readonly string[] = filter[name] ?? [];
  const value = ticked.length > 0 ? format.list(ticked.map((word) => wordOf(words, word))) : '';
  const boxes = CHOICES[name].map((word) =>
    choice({
      id: `${name}-${word}`,
      label: wordOf(words, word),
      checked: ticked.includes(word),
      onChange: () => onFilter(toggled(filter, name, word)),
    }),
  );
  return chip(name, t.filters[name], value, boxes, view, { [name]: undefined });
}

/** A button that says what it narrows by, and a small box to change that. */
function chip(
  name: string,
  label: string,
  value: string,
  content: unknown,
  { t, filter, onFilter }: FilterView,
  without: object,
): TemplateResult {
  const clear = () => onFilter(readFilter({ ...filter, ...without }));
  return html`<div class="chip-place">
    <button
      class="chip ${value ? 'active' : ''}"
      type="button"
      id="chip-${name}"
      popovertarget="box-${name}"
    >
      <span class="chip-text">${value ? t.filters.active(label, value) : label}</span>
      ${icon('chevron')}
    </button>
    <div
      class="box"
      id="box-${name}"
      popover
      role="group"
      aria-label=${label}
      @beforetoggle=${placeBy(`chip-${name}`)}
    >
      ${content}
      ${
        value
          ? html`<button class="button quiet" type="button" @click=${clear}>
              ${t.filters.clear}
            </button>`
          : nothing
      }
    </div>
  </div>`;
}

/** For where the heads of the columns are not shown. */
function sortSelect({ t, filter, onFilter }: FilterView): TemplateResult {
  const current = filter.sort ?? NEWEST_FIRST;
  const options = SORT_KEYS.flatMap((by) =>
    (['descending', 'ascending'] as const).map((direction): OrderSort => ({ by, direction })),
  );
  const onChange = (event: Event) => {
    const sort = options[(event.target as HTMLSelectElement).selectedIndex];
    if (sort) onFilter({ ...filter, sort });
  };
  return html`<select class="input sort-select" aria-label=${t.sort.label} @change=${onChange}>
    ${options.map(
      (sort) =>
        html`<option .selected=${sort.by === current.by && sort.direction === current.direction}>
          ${t.sort.option(sort.by, sort.direction)}
        </option>`,
    )}
  </select>`;
}
