import { html, nothing, type TemplateResult } from 'lit';
import type { BackendError } from '../../../contract/index.js';
import type { OrderKind, PaymentEnvironment, PaymentMethod } from '../../../domain/index.js';
import { banner } from '../../../ui/templates/banner.js';
import { segmented } from '../../../ui/templates/segmented.js';
import type { Composition } from '../composition.js';
import { endView } from './end-view.js';
import { forfeitView } from './forfeit-view.js';
import { methodView } from './method-view.js';
import { seatsView } from './seats-view.js';
import { summaryView } from './summary-view.js';
import { termView } from './term-view.js';
import type { TakeHandlers } from './take-view.js';
import type { ViewContext } from './view-context.js';

export interface ComposeModel {
  composition: Composition;
  appName: string;
  environment: PaymentEnvironment;
  method: PaymentMethod;
  /** The host brings its own way to pay: there is none to choose here. */
  ownPayment: boolean;
  firstPurchase: boolean;
  accepted: boolean;
  acceptanceMissing: boolean;
  pending: boolean;
  error: BackendError | undefined;
  /** The provider published other prices while the form was open. */
  repriced: boolean;
  linesOpen: boolean;
}

export interface ComposeHandlers extends TakeHandlers {
  onKind: (kind: OrderKind) => void;
  onSeats: (text: string) => void;
  onCycles: (text: string) => void;
  onMethod: (method: PaymentMethod) => void;
  onAccept: (accepted: boolean) => void;
  onToggle: () => void;
  onDismissRepriced: () => void;
  onSubmit: () => void;
}

/** What am I getting, what does it cost, until when (LOOK). */
export function composeView(
  context: ViewContext,
  model: ComposeModel,
  handlers: ComposeHandlers,
): TemplateResult {
  const { t } = context;
  const { composition, environment, method, accepted, acceptanceMissing } = model;
  const { forfeit, quote } = composition;
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    handlers.onSubmit();
  };
  return html`
    <form class="compose" part="form" novalidate @submit=${onSubmit}>
      <h2 id="title" tabindex="-1">${t.title(composition.kind, model.appName)}</h2>
      <div class="columns">
        <div class="fields">
          ${repricedNote(context, model, handlers)} ${kindView(context, composition, handlers)}
          ${seatsView(context, composition, handlers)} ${termView(context, composition, handlers)}
          ${endView(context, composition, model)}
          ${
            forfeit && quote
              ? forfeitView(context, quote, {
                  id: 'accept',
                  accepted,
                  missing: acceptanceMissing,
                  onAccept: handlers.onAccept,
                })
              : nothing
          }
          ${quote?.payable === 0 || model.ownPayment ? nothing : methodView(context, environment, method, handlers)}
        </div>
        ${summaryView(
          context,
          composition,
          { open: model.linesOpen, pending: model.pending, error: model.error },
          handlers,
        )}
      </div>
    </form>
  `;
}

function kindView({ t }: ViewContext, { kind, kinds }: Composition, { onKind }: ComposeHandlers) {
  if (kinds.length < 2) return nothing;
  const control = segmented({
    id: 'kind',
    legend: t.kindLegend,
    hideLegend: true,
    options: KINDS.filter((each) => kinds.includes(each)).map((each) => ({
      value: each,
      label: t.heading[each],
    })),
    value: kind,
    onChange: onKind,
  });
  return html`<div class="kind">${control}</div>`;
}

const KINDS: readonly OrderKind[] = ['new', 'renew', 'expand'];

function repricedNote(
  { t }: ViewContext,
  { repriced }: ComposeModel,
  { onDismissRepriced }: ComposeHandlers,
) {
  if (!repriced) return nothing;
  const { title, text, dismiss } = t.repriced;
  return banner(
    'info',
    html`<p class="banner-title">${title}</p>
      <p>${text}</p>`,
    {
      role: 'status',
      actions: html`
        <button type="button" class="button" @click=${onDismissRepriced}>${dismiss}</button>
      `,
    },
  );
}
