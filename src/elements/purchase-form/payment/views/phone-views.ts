import { html, nothing, type TemplateResult } from 'lit';
import type { PaymentAction } from '../../../../contract/index.js';
import { banner } from '../../../../ui/templates/banner.js';
import type { PaymentStage } from '../payment-stage.js';
import { safePaymentUrl } from '../safe-navigation.js';
import { simulationLink } from './simulation-link.js';
import type { PaymentContext } from '../payment-context.js';

/** The wallet over the page: open, or what to do after it closed. Its word is passed on, never trusted. */
export function walletView(
  context: PaymentContext,
  { answer, action }: Extract<PaymentStage, { step: 'wallet' }>,
  amount: string,
  { onReopen }: { onReopen: () => void },
): TemplateResult {
  const { t } = context;
  if (answer === null) return html`<p class="muted" role="status">${t.wallet.opening}</p>`;
  if (answer === 'ok') return html`<p class="strong" role="status">${t.wallet.confirming}</p>`;
  return html`
    <p role="status">${t.wallet[answer]}</p>
    <button type="button" class="button primary" @click=${onReopen}>
      ${t.wallet.again(amount)}
    </button>
    ${answer === 'absent' ? simulationLink(context, action.simulationUrl) : nothing}
  `;
}

/** The way to another page; a link besides, where going there by itself did not work. */
export function leavingView(
  { t }: PaymentContext,
  action: Extract<PaymentAction, { type: 'authorize' | 'redirect' }>,
): TemplateResult {
  const url = safePaymentUrl(action.url);
  if (url === null) return banner('danger', t.paying.unsafeUrl);
  return html`
    <p>${t.leave[action.type]}</p>
    <a class="button primary" href=${url}>${t.leave.go}</a>
  `;
}
