import type { Policy, PolicyImpact } from '../../../domain/index.js';
import { isRiskyImpact, newWarnings, policyImpact } from '../../../domain/policy/impact.js';
import type { AudienceWords } from '../../../locales/pricing-trust/strings.js';
import { sentence } from '../../../ui/texts.js';
import type { Facts } from '../controllers/workspace.js';
import type { PriceContext } from '../../../locales/common/quotes/strings.js';
import { contextOf, warningText } from '../change-words.js';
import type { TrustContext } from './context.js';

type Audience = keyof AudienceWords;

/** What a publication changes, put into words: for whom what, and what of it has to be confirmed by itself. */
export interface ReviewFindings {
  effects: { audience: Audience; texts: string[] }[];
  risks: string[];
}

const AUDIENCES: Readonly<Record<Audience, readonly PolicyImpact['code'][]>> = {
  orders: ['price-up', 'price-down', 'prices-kept', 'prices-not-comparable', 'fewer-sold'],
  subscriber: ['time-kept', 'renewal', 'renewal-barred', 'expansion-barred'],
  trial: ['trial-kept', 'trial-at-launch'],
  pending: ['order-kept'],
};

/** Sets the draft against the version in force. */
export function reviewFindings(
  context: TrustContext,
  facts: Facts,
  policy: Policy,
): ReviewFindings {
  const { host, t, w, format } = context;
  const before = facts.published?.policy ?? null;
  const prices: PriceContext = contextOf(policy, format);
  const impacts = impactsOf(facts, policy, host.workspace.clock.now());
  const say = (impact: PolicyImpact) =>
    sentence<PolicyImpact, PriceContext>(w.review.impacts, impact, prices);
  const effects = (Object.keys(AUDIENCES) as Audience[]).map((audience) => ({
    audience,
    texts: impacts
      .filter((impact) => AUDIENCES[audience].includes(impact.code) && !isRiskyImpact(impact))
      .map(say),
  }));
  return {
    effects: effects.filter(({ texts }) => texts.length > 0),
    risks: [
      ...impacts.filter(isRiskyImpact).map(say),
      ...newWarnings(before, policy).map((warning) => warningText(t, warning, prices)),
    ],
  };
}

function impactsOf(
  { published, installation }: Facts,
  policy: Policy,
  now: string,
): PolicyImpact[] {
  const { subscription, launchedAt, pendingOrderId } = installation;
  return policyImpact(
    published?.policy ?? null,
    policy,
    {
      launchedAt,
      trialDays: subscription?.trialDays ?? published?.policy.trial.days ?? policy.trial.days,
      extraTrial: subscription?.extraTrial ?? null,
      segments: subscription?.segments ?? [],
      pendingOrderId,
    },
    now,
  );
}

/** Whether somebody has taken responsibility for the risks as they are now: other risks are another question. */
export class Acceptance {
  /** Publishing was wanted without it. */
  missing = false;

  #accepted = '';

  isGiven(risks: readonly string[]): boolean {
    return risks.length === 0 || this.#accepted === risks.join('\n');
  }

  give(risks: readonly string[], accepted: boolean): void {
    this.#accepted = accepted ? risks.join('\n') : '';
    this.missing = false;
  }

  withdraw(): void {
    this.#accepted = '';
    this.missing = false;
  }
}
