import { html, nothing, type TemplateResult } from 'lit';
import type { PaymentAction } from '../../../../contract/index.js';
import { currencyDigits, printAmount, type PaymentState } from '../../../../domain/index.js';
import { copyable } from '../../../../ui/templates/copyable.js';
import { simulationLink } from './simulation-link.js';
import type { PaymentContext } from '../payment-context.js';

const STEPS = ['created', 'processing', 'bank-accepted', 'succeeded'] as const;

/** Where to transfer to, each part to be copied, and how far the transfer has come over the days. */
export function transferView(
  context: PaymentContext,
  action: Extract<PaymentAction, { type: 'bank-transfer' }>,
  state: PaymentState,
): TemplateResult {
  const { t, currency } = context;
  const { account, amount, reference, simulationUrl } = action;
  const at = Math.max(0, (STEPS as readonly PaymentState[]).indexOf(state));
  const rows = [
    [t.transfer.accountName, account.accountName],
    [t.transfer.accountNumber, account.accountNumber],
    [t.transfer.bankName, account.bankName],
    [t.transfer.amount(currency), printAmount(amount, currencyDigits(currency))],
    [t.transfer.reference, reference],
  ] as const;
  return html`
    <ol class="steps" aria-label=${t.transfer.progress}>
      ${STEPS.map(
        (step, index) => html`
          <li
            class=${index < at ? 'past' : index === at ? 'now' : ''}
            aria-current=${index === at ? 'step' : 'false'}
          >
            ${t.transfer.steps[step]}
          </li>
        `,
      )}
    </ol>
    ${at === 0 ? html`<p>${t.transfer.how}</p>` : ''}
    <dl class="facts copy">
      ${rows.map(
        ([name, value]) => html`
          <div>
            <dt>${name}</dt>
            <dd>${copyable(value, t.common)}</dd>
          </div>
        `,
      )}
    </dl>
    ${at === 0 ? html`<p class="help">${t.transfer.referenceHelp}</p>` : ''}
    <p class="muted">${t.transfer.days}</p>
    ${
      action.confirmedBy === 'operator'
        ? html`<p class="muted">${t.transfer.byOperator}</p>`
        : nothing
    }
    ${simulationLink(context, simulationUrl)}
  `;
}
