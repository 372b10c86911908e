import { html, nothing, type TemplateResult } from 'lit';
import type { Order } from '../../../contract/index.js';
import { isolated } from '../../../ui/isolated.js';
import { errorText } from '../../../ui/texts.js';
import { banner, staleBanner } from '../../../ui/templates/banner.js';
import { icon } from '../../../ui/templates/icon.js';
import { skeleton } from '../../../ui/templates/skeleton.js';
import { stateView } from '../../../ui/templates/state-view.js';
import { narrows } from '../filter.js';
import type { Live } from '../live.js';
import type { OrderBook } from '../order-book.js';
import type { TaskFlow } from '../tasks/task-flow.js';
import { filterView, type FilterView } from './filter-view.js';
import type { PanelView } from './panel-view.js';
import { tableView, type TableView } from './table-view.js';
import { totalsView } from './totals-view.js';

/** A message in place, until it is closed or something else is done. */
export interface Notice {
  kind: 'success' | 'info' | 'danger';
  text: string;
}

export type ListView = Omit<TableView, 'count' | 'outdated'> &
  FilterView &
  PanelView & {
    /** Undefined until it has loaded. */
    flow: TaskFlow | undefined;
    live: Live;
    onSubmit: () => void;
    book: OrderBook;
    menuOrder: Order | undefined;
    notice: Notice | null;
    announcement: string;
    onRefresh: () => void;
    onMore: () => void;
    onDismiss: () => void;
    onEscape: (event: KeyboardEvent) => void;
    onMenuKeydown: (event: KeyboardEvent) => void;
  };

/** Everything the element shows. */
export function listView(view: ListView): TemplateResult {
  const { t, book } = view;
  switch (book.state) {
    case 'no-backend':
      return stateView({ kind: 'no-backend', text: t.common.noBackend });
    case 'member':
      return memberView(view);
    case 'loading':
      return loadingView(view);
    default:
      return ordersView(view);
  }
}

function memberView({ t, format, book }: ListView): TemplateResult {
  const contacts = book.value?.contacts ?? [];
  const names =
    contacts.length > 0 && html`<p>${t.whomToAsk(format.list(contacts.map(isolated)))}</p>`;
  return stateView({ kind: 'empty', text: t.member, action: names || nothing });
}

function loadingView({ t, book }: ListView): TemplateResult {
  return html`<div class="loading" part="list">
    ${skeleton(10, book.busy ? t.common.loading : '')}
  </div>`;
}

function ordersView(view: ListView): TemplateResult {
  const { selected, wide, book, announcement, menuOrder, depth, flow } = view;
  const beside = wide && selected !== null && depth !== undefined;
  return html`<div class="layout ${beside ? 'with-panel' : ''}" @keydown=${view.onEscape}>
      <div class="list" part="list">
        ${filterView(view)} ${depth?.liveNote(view)} ${bodyView(view)}
        ${view.tools?.notices(view, view.onTool)} ${noticeView(view)}
      </div>
      ${beside ? depth.sidePanel(view) : nothing}
    </div>
    <div @keydown=${view.onMenuKeydown}>
      ${depth?.menuView(menuOrder ? { ...view, order: menuOrder } : null)}
    </div>
    ${depth?.sheet(view)} ${depth && flow ? depth.taskDialog({ ...view, flow }) : nothing}
    <p class="visually-hidden" role="status" aria-live="polite">
      ${announcement}${book.busy ? view.t.common.loading : ''}
    </p>`;
}

function bodyView(view: ListView): TemplateResult {
  const { t, book, filter, onFilter, onSearch, onRefresh, onMore } = view;
  const { value, outdated, error, busy } = book;
  const retry = { label: t.common.retry, busy, onRetry: onRefresh };
  if (book.state === 'failed') {
    const text = value ? t.filterFailed : error ? errorText(t.errors, error) : t.common.loadFailed;
    return stateView({ kind: 'failed', text, retry });
  }
  if (!value || (outdated && value.orders.length === 0)) return skeleton(10);
  if (value.orders.length === 0) {
    if (!narrows(filter)) return stateView({ kind: 'empty', text: t.empty });
    const clear = () => {
      onSearch('');
      onFilter({});
    };
    const action = html`<button class="button" type="button" @click=${clear}>
      ${t.filters.clearAll}
    </button>`;
    return stateView({ kind: 'empty', text: t.noMatch, action });
  }
  return html`${book.stale ? staleBanner(t.common.stale, retry) : nothing}
  ${tableView({ ...view, count: value.totals?.count ?? value.orders.length, outdated })}
  ${totalsView({ ...view, onMore, onRefresh })}`;
}

function noticeView({ t, notice, onDismiss }: ListView): TemplateResult {
  return html`<div class="notice" role="status">
    ${
      notice
        ? banner(notice.kind, notice.text, {
            actions: html`<button
              class="icon-button"
              type="button"
              aria-label=${t.common.close}
              @click=${onDismiss}
            >
              ${icon('close')}
            </button>`,
          })
        : nothing
    }
  </div>`;
}
