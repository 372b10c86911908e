import type { Policy } from '../../../domain/index.js';
import { validatePolicy } from '../../../domain/policy/validate.js';
import { listParts, partsAmount } from '../../../domain/pricing/rule.js';
import { lastSeatOf } from '../../../domain/pricing/tier.js';
import type { ListPart } from '../../../domain/pricing/types.js';
import type { Draft } from '../draft/draft.js';
import { readDraft } from '../draft/read.js';

/** What one tier mode makes of an order, for one cycle. */
export interface ModePrice {
  parts: readonly ListPart[];
  /** Minor units. */
  amount: number;
}

/** One order by both tier modes. */
export interface ModeExample {
  currency: string;
  seats: number;
  volume: ModePrice;
  graduated: ModePrice;
}

/** The example stays short however many tiers there are. */
const MOST_PARTS = 3;

/** Shows by the very tiers of a draft how the modes differ; null while they cannot be read, or there is one alone. */
export function modeExample(draft: Draft): ModeExample | null {
  const { tiers, currency } = readTiers(draft) ?? {};
  const index = Math.min(MOST_PARTS, tiers?.length ?? 0) - 1;
  const [tier, before] = [tiers?.[index], tiers?.[index - 1]];
  if (!tiers || !tier || !before || currency === undefined) return null;
  const below = lastSeatOf(before);
  const seats = Math.min(lastSeatOf(tier), below + Math.max(1, Math.round(below / 5)));
  const price = (mode: 'volume' | 'graduated'): ModePrice => {
    const parts = listParts({ type: 'tiered', mode, tiers }, seats);
    return { parts, amount: partsAmount(parts) };
  };
  return { currency, seats, volume: price('volume'), graduated: price('graduated') };
}

function readTiers(draft: Draft) {
  const { input } = readDraft(draft);
  const { currency, rule } = input as Pick<Policy, 'currency' | 'rule'>;
  // Whatever else may be wrong with the draft does not matter here.
  const checked = validatePolicy({ currency, rule, cycle: draft.cycle, trial: { days: 1 } });
  if (!checked.ok || checked.policy.rule.type !== 'tiered') return null;
  return { tiers: checked.policy.rule.tiers, currency };
}
