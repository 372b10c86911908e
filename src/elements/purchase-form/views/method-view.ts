import { html, type TemplateResult } from 'lit';
import type { PaymentEnvironment, PaymentMethod } from '../../../domain/index.js';
import { segmented } from '../../../ui/templates/segmented.js';
import { methodsFor } from '../environment.js';
import type { ViewContext } from './view-context.js';

/** How to pay, as far as the surroundings leave a choice. */
export function methodView(
  { t }: ViewContext,
  environment: PaymentEnvironment,
  chosen: PaymentMethod,
  { onMethod }: { onMethod: (method: PaymentMethod) => void },
): TemplateResult {
  const methods = methodsFor(environment);
  if (methods.length === 1) {
    return html`
      <div class="field plain">
        <span class="field-label">${t.method.legend}</span>
        <div>
          <p>${t.methods[chosen]}</p>
          <p class="help">${hint(t, environment, chosen)}</p>
        </div>
      </div>
    `;
  }
  return html`
    <div class="methods">
      ${segmented({
        id: 'method',
        legend: t.method.legend,
        options: methods.map((method) => ({ value: method, label: t.methods[method] })),
        value: chosen,
        help: hint(t, environment, chosen),
        onChange: onMethod,
      })}
    </div>
  `;
}

function hint(t: ViewContext['t'], environment: PaymentEnvironment, method: PaymentMethod): string {
  if (environment === 'desktop') return t.method.hint[method];
  return environment === 'mobile' ? t.method.phoneHint.redirect : t.method.phoneHint.wallet;
}
