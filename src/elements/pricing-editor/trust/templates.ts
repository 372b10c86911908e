import type { PricingTrustStrings } from '../../../locales/pricing-trust/strings.js';
import type { Draft, TierDraft } from '../draft/draft.js';

type Price = Omit<
  Draft,
  'currency' | 'trialDays' | 'extraTrial' | 'extraDays' | 'cycle' | 'expansion' | 'giftSteps'
>;

const PLAIN: Price = {
  ruleType: 'tiered',
  unitAmount: '',
  mode: 'graduated',
  tiers: [],
  offer: 'none',
  discountSteps: [{ id: 1, minCycles: '2', benefit: '90' }],
  minSeats: '',
  maxSeats: '',
  capAmount: '',
  capPer: 'order',
};

export type TemplateName = keyof Pick<
  PricingTrustStrings['templates'],
  'perSeat' | 'volume' | 'packages' | 'starter'
>;

/** Common models of pricing (SPEC §2): what is charged, without the trial and the cycle. None has a warning that is not its very point. */
const TEMPLATES: Readonly<Record<TemplateName, Price>> = {
  perSeat: {
    ...PLAIN,
    ruleType: 'per-seat',
    unitAmount: '120',
    tiers: tiers(['10', 'flat', ''], ['', 'unit', '']),
    offer: 'discount',
  },
  // Tier by tier: by the total, the first seat of a tier would make the order cheaper.
  volume: {
    ...PLAIN,
    tiers: tiers(['50', 'unit', '120'], ['200', 'unit', '108'], ['', 'unit', '96']),
  },
  packages: {
    ...PLAIN,
    mode: 'volume',
    tiers: tiers(['10', 'flat', '1,200'], ['50', 'flat', '4,800'], ['200', 'flat', '15,000']),
  },
  starter: { ...PLAIN, tiers: tiers(['5', 'flat', '0'], ['', 'unit', '120']) },
};

export const TEMPLATE_NAMES = Object.keys(TEMPLATES) as TemplateName[];

/** The draft with the price of a template; its currency, trial, cycle and way of adding seats stay. */
export function withTemplate(draft: Draft, name: TemplateName): Draft {
  return { ...draft, ...TEMPLATES[name] };
}

function tiers(
  ...rows: [upTo: string, priced: TierDraft['priced'], amount: string][]
): TierDraft[] {
  return rows.map(([upTo, priced, amount], index) => ({
    id: index + 1,
    upTo,
    priced,
    flatAmount: priced === 'flat' ? amount : '',
    unitAmount: priced === 'unit' ? amount : '',
  }));
}
