import { html, nothing, type TemplateResult } from 'lit';
import type { StateText } from '../../locales/common/base/strings.js';
import { icon, type IconName } from './icon.js';
import { retryButton, type Retry } from './retry.js';

export interface StateView {
  kind: 'no-backend' | 'empty' | 'failed';
  text: StateText;
  retry?: Retry;
  /** Another way on, for example a button to buy. */
  action?: unknown;
}

const ICONS: Record<StateView['kind'], IconName> = {
  'no-backend': 'plug',
  empty: 'inbox',
  failed: 'danger',
};

/** What stands in the place of content that is not there. While it is on its way, that is a skeleton. */
export function stateView({ kind, text, retry, action = nothing }: StateView): TemplateResult {
  return html`<div class="state ${kind}" role=${kind === 'failed' ? 'alert' : nothing}>
    ${icon(ICONS[kind])}
    <h2>${text.title}</h2>
    <p>${text.text}</p>
    ${text.next ? html`<p>${text.next}</p>` : nothing} ${retry ? retryButton(retry) : nothing}
    ${action}
  </div>`;
}
