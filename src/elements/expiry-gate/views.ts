import { html, nothing, type TemplateResult } from 'lit';
import type { InstallationEntitlement } from '../../contract/index.js';
import type { Entitlement } from '../../domain/index.js';
import type { ExpiryGateStrings, StoppedText } from '../../locales/expiry-gate/strings.js';
import type { Formatter } from '../../locales/types.js';
import { banner, errorBanner } from '../../ui/templates/banner.js';
import { icon } from '../../ui/templates/icon.js';
import { retryButton, type Retry } from '../../ui/templates/retry.js';
import { purchaseWord, stoppedText } from './situation.js';

/** What the views draw with. */
export interface GateView {
  t: ExpiryGateStrings;
  format: Formatter;
  /** The host's purchase form is being shown. */
  purchasing: boolean;
  startingExtraTrial: boolean;
  extraTrialFailed: boolean;
  onPurchase: () => void;
  onClosePurchase: () => void;
  onStartExtraTrial: () => void;
}

/** One line while there is time. */
export function noticeView(
  view: GateView,
  text: string,
  now: Entitlement,
  answer: InstallationEntitlement,
  onPutOff: () => void,
): TemplateResult {
  const { t, format } = view;
  const administrator = answer.role === 'administrator';
  const ask = answer.role === 'member' ? html` ${t.ask(answer.contacts, format)}` : nothing;
  return html`<div class="notice" part="notice">
    ${banner('warning', html`${text}${ask}`, {
      actions: html`<div class="notice-actions">
        ${
          administrator
            ? html`<button class="button" type="button" @click=${view.onPurchase}>
                ${purchaseWord(t, now)}
              </button>`
            : nothing
        }
        <button class="button quiet" type="button" @click=${onPutOff}>${t.putOff}</button>
      </div>`,
    })}
    ${purchaseView(view)}
  </div>`;
}

/** A calm card in the place of the app. */
export function stoppedView(
  view: GateView,
  now: Entitlement,
  answer: InstallationEntitlement,
): TemplateResult {
  const { t, format } = view;
  return card(
    view,
    stoppedText(t, now, answer, format),
    html`
      ${
        answer.role === 'administrator'
          ? administratorActions(view, now, answer)
          : html`<p class="ask">
              ${answer.role === 'member' ? t.ask(answer.contacts, format) : t.waiting}
            </p>`
      }
    `,
  );
}

/** Nobody can say whether the app may be used, and the host chose to keep it closed. */
export function unknownView(
  view: GateView,
  text: StoppedText,
  retry: Retry | null,
): TemplateResult {
  const actions = retry ? html`<div class="actions">${retryButton(retry)}</div>` : nothing;
  return card(view, text, actions);
}

/** The answer takes its time. */
export function checkingView({ t }: GateView): TemplateResult {
  return html`<p class="waiting" role="status">${t.checking}</p>`;
}

function card(view: GateView, text: StoppedText, actions: unknown): TemplateResult {
  return html`<div class="stopped">
    <section class="card" part="card" aria-labelledby="title">
      <slot name="logo"></slot>
      ${icon('lock')}
      <h2 id="title" tabindex="-1">${text.title}</h2>
      <p class="muted">${text.text}</p>
      ${actions}
    </section>
    ${purchaseView(view)}
  </div>`;
}

function administratorActions(
  view: GateView,
  now: Entitlement,
  { facts }: InstallationEntitlement,
): TemplateResult | typeof nothing {
  if (now.state === 'not-launched') return nothing;
  const { t, format } = view;
  return html`
    <div class="actions">
      <button class="button primary large" type="button" @click=${view.onPurchase}>
        ${purchaseWord(t, now)}
      </button>
      ${
        now.canStartExtraTrial && facts.extraTrial
          ? html`<button
              class="button large"
              type="button"
              aria-busy=${view.startingExtraTrial}
              @click=${view.onStartExtraTrial}
            >
              ${t.startExtraTrial(facts.extraTrial.days, format)}
            </button>`
          : nothing
      }
    </div>
    ${view.extraTrialFailed ? errorBanner(t.extraTrialFailed) : nothing}
  `;
}

/** Where the host's own form to buy stands. */
function purchaseView({
  t,
  purchasing,
  onClosePurchase,
}: GateView): TemplateResult | typeof nothing {
  if (!purchasing) return nothing;
  return html`<section class="purchase" aria-label=${t.purchase} tabindex="-1">
    <div class="purchase-head">
      <button
        class="icon-button"
        type="button"
        aria-label=${t.common.close}
        @click=${onClosePurchase}
      >
        ${icon('close')}
      </button>
    </div>
    <slot name="purchase"></slot>
  </section>`;
}
