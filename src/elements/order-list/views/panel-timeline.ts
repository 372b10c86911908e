import { html, nothing } from 'lit';
import type { Order } from '../../../contract/index.js';
import { badge } from '../../../ui/templates/badge.js';
import { badgeKind, wordOf } from '../order-facts.js';
import type { DetailsContext } from './details-context.js';
import { section, type Section } from './panel-sections.js';
import { personText } from './texts.js';

/** What happened, by whom and when, and where the order stood then; the newest first, since that is what people look for. */
export function timelineSection({ timeline }: Order, context: DetailsContext): Section {
  if (timeline.length === 0) return nothing;
  const { t, format } = context;
  const changed = timeline.map(({ status }, index) => status !== timeline[index - 1]?.status);
  const entries = timeline.map(
    ({ at, by, event, status }, index) =>
      html`<li>
        <p class="panel-line">
          ${wordOf(t.orders.events, event)}
          ${changed[index] ? badge(badgeKind(status), wordOf(t.orders.statuses, status)) : nothing}
        </p>
        <p class="muted">
          <time datetime=${at}>${format.dateTime(at)}</time> · ${personText(by, context)}
        </p>
      </li>`,
  );
  return section(
    t.details.timeline,
    html`<ol class="timeline">
      ${entries.reverse()}
    </ol>`,
  );
}
