import { html, svg, type TemplateResult } from 'lit';
import type { PaymentAction } from '../../../../contract/index.js';
import type { Instant } from '../../../../domain/index.js';
import { isOver } from '../payment-stage.js';
import type { QrDrawing } from '../qr-code.js';
import type { QrState } from '../qr-state.js';
import { simulationLink } from './simulation-link.js';
import { money } from '../../views/view-context.js';
import type { PaymentContext } from '../payment-context.js';

/** The code to scan, how long it is good for, and a new one when it is not. */
export function qrView(
  context: PaymentContext,
  action: Extract<PaymentAction, { type: 'qr' }>,
  { now, qr }: { now: Instant; qr: QrState },
  { onRenew, onRedraw }: { onRenew: () => void; onRedraw: () => void },
): TemplateResult {
  const { t, format } = context;
  if (isOver(action.expiresAt, now)) {
    return html`
      <div class="qr over">
        <p class="strong">${t.qr.expired}</p>
        <button type="button" class="button primary" @click=${onRenew}>${t.qr.renew}</button>
      </div>
    `;
  }
  const seconds = (Date.parse(action.expiresAt) - Date.parse(now)) / 1000;
  return html`
    <div class="qr">${drawing(context, qr, money(context, action.amount), onRedraw)}</div>
    <p class="strong">${t.qr.how}</p>
    <p class="muted">
      ${t.qr.remaining} <span class="amount" role="timer">${format.duration(seconds)}</span>
    </p>
    ${simulationLink(context, action.simulationUrl)}
  `;
}

function drawing({ t }: PaymentContext, qr: QrState, amount: string, onRedraw: () => void) {
  if (qr === 'drawing') return html`<p class="muted" role="status">${t.qr.drawing}</p>`;
  if (qr === 'failed') {
    return html`
      <p role="alert">${t.qr.undrawable}</p>
      <button type="button" class="button" @click=${onRedraw}>${t.common.retry}</button>
    `;
  }
  return code(qr.drawing, t.qr.name(amount));
}

/** Dark on light in every theme: readers want it so. */
function code({ size, path }: QrDrawing, name: string) {
  return html`
    <svg
      class="qr-code"
      role="img"
      aria-label=${name}
      viewBox="0 0 ${size} ${size}"
      shape-rendering="crispEdges"
    >
      ${svg`<rect width=${size} height=${size} fill="#fff"></rect><path d=${path} fill="#000"></path>`}
    </svg>
  `;
}
