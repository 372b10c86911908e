import { html, nothing, type TemplateResult } from 'lit';
import type { InstallationEntitlement } from '../../contract/index.js';
import type { Entitlement } from '../../domain/index.js';
import type { ErrorText, StateText } from '../../locales/common/base/strings.js';
import type { ExpiryGateStrings } from '../../locales/expiry-gate/strings.js';
import type { Formatter } from '../../locales/types.js';
import { banner, errorBanner, staleBanner } from '../../ui/templates/banner.js';
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
  extraTrialFailure: ErrorText | undefined;
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
  return html`<div class="front notice" part="notice">
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
  </div>`;
}

/** A calm card in the place of the app. */
export function stoppedView(
  view: GateView,
  now: Entitlement,
  answer: InstallationEntitlement,
  retry: Retry | null,
): TemplateResult {
  const { t, format } = view;
  return card(
    view,
    stoppedText(t, now, answer, format),
    html`${actionsFor(view, now, answer)} ${retry ? staleBanner(t.common.stale, retry) : nothing}`,
  );
}

/** Nobody can say whether the app may be used, and the host chose to keep it closed. */
export function unknownView(view: GateView, text: StateText, retry: Retry | null): TemplateResult {
  const actions = retry ? html`<div class="actions">${retryButton(retry)}</div>` : nothing;
  return card(view, text, actions);
}

/** The answer takes its time. */
export function checkingView({ t }: GateView): TemplateResult {
  return html`<p class="front waiting" role="status">${t.checking}</p>`;
}

function card(view: GateView, text: StateText, actions: unknown): TemplateResult {
  return html`<div class="front stopped">
    <section class="card" part="card" aria-labelledby="title">
      <slot name="logo"></slot>
      ${icon('lock')}
      <h2 id="title">${text.title}</h2>
      <p class="muted">${text.text}</p>
      ${text.next ? html`<p class="muted">${text.next}</p>` : nothing} ${actions}
    </section>
    ${purchaseView(view)}
  </div>`;
}

/** What each role can do about it. */
function actionsFor(
  view: GateView,
  now: Entitlement,
  { facts, role, contacts }: InstallationEntitlement,
): TemplateResult | typeof nothing {
  const { t, format } = view;
  // The provider has not begun: nobody at the customer can do anything yet.
  if (now.state === 'not-launched') return nothing;
  if (role !== 'administrator') {
    return html`<p class="ask">${role === 'member' ? t.ask(contacts, format) : t.waiting}</p>`;
  }
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
    ${view.extraTrialFailure ? errorBanner(view.extraTrialFailure) : nothing}
  `;
}

/** Where the host's own form to buy stands. */
export function purchaseView({
  t,
  purchasing,
  onClosePurchase,
}: GateView): TemplateResult | typeof nothing {
  if (!purchasing) return nothing;
  return html`<section class="front purchase" aria-label=${t.purchase}>
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
