import { html, nothing, type TemplateResult } from 'lit';
import { safePaymentUrl } from '../safe-navigation.js';
import type { PaymentContext } from '../payment-context.js';

/** The link that "pays" where no money moves; only a backend that simulates gives one. */
export function simulationLink(
  { t }: Pick<PaymentContext, 't'>,
  url: string | undefined,
): TemplateResult | typeof nothing {
  const safe = url === undefined ? null : safePaymentUrl(url);
  if (safe === null) return nothing;
  return html`
    <a class="simulate" href=${safe} target="_blank" rel="noopener">
      ${t.paying.simulate}<span class="visually-hidden">, ${t.paying.newWindow}</span>
    </a>
  `;
}
