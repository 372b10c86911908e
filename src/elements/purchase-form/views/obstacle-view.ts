import { html, nothing, type TemplateResult } from 'lit';
import type { Notice } from '../../../locales/purchase-form/strings.js';
import { icon } from '../../../ui/templates/icon.js';
import type { Obstacle, PurchaseFacts } from '../facts.js';
import type { ViewContext } from './view-context.js';

/** Why nothing can be bought here and now, and who or what helps. */
export function obstacleView(
  { t, format }: Omit<ViewContext, 'currency'>,
  obstacle: Obstacle,
  facts: PurchaseFacts,
  { onCheck }: { onCheck: () => void },
): TemplateResult {
  const { title, text } = noticeOf(t, obstacle, facts);
  const { contacts } = facts.installation;
  return html`
    <section class="outcome" part="outcome" aria-labelledby="outcome">
      <div class="outcome-icon">${icon('info')}</div>
      <h2 id="outcome">${title}</h2>
      <p class="muted">${text}</p>
      ${
        obstacle === 'member' && contacts.length > 0
          ? html`<p>${t.obstacle.member.ask(format.list(contacts))}</p>`
          : nothing
      }
      <div class="actions">
        <button type="button" class="button" @click=${onCheck}>${t.obstacle.check}</button>
      </div>
    </section>
  `;
}

function noticeOf(
  { obstacle: texts }: ViewContext['t'],
  obstacle: Obstacle,
  { installation, refunding }: PurchaseFacts,
): Notice {
  switch (obstacle) {
    case 'member':
      return texts.member;
    case 'not-buyer':
      return texts.notBuyer;
    case 'no-policy':
      return texts.noPolicy(installation.providerName);
    case 'not-launched':
      return texts.notLaunched(installation.providerName);
    case 'refund-under-way':
      return texts.refundUnderWay(refunding?.id ?? '');
  }
}
