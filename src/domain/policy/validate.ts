import { maxGiftDays, POLICY_BOUNDS as BOUNDS } from './bounds.js';
import { isCurrency } from './currency.js';
import { join, own, PolicyReader, type ObjectNode } from './reader.js';
import type {
  Cycle,
  DiscountStep,
  GiftStep,
  Offer,
  Policy,
  PolicyValidation,
  PriceCap,
  PricingRule,
  SeatLimits,
  Tier,
  TrialTerms,
} from './types.js';

/**
 * Checks a policy from outside, whatever it is, against SPEC §2. Every issue is reported, with its path; what may be absent comes
 * back as its default, and the policy shares nothing with the input. Never throws on JSON; a valid policy comes back equal.
 * However large the input, the work is bounded: no entry after the hundredth is looked at, nothing unknown is gone into, and of the
 * unknown keys of one object the first 20 are reported.
 */
export function validatePolicy(input: unknown): PolicyValidation {
  const reader = new PolicyReader();
  const policy = readPolicy(reader, input);
  return policy && reader.issues.length === 0
    ? { ok: true, policy }
    : { ok: false, issues: reader.issues };
}

function readPolicy(reader: PolicyReader, input: unknown): Policy | undefined {
  const root = reader.object(input, '');
  if (!root) return undefined;
  const currency = readCurrency(reader, root);
  const trial = readTrial(reader, root);
  const cycle = reader.word(root, 'cycle', ['year', 'month']);
  const rule = readRule(reader, root);
  const offer = reader.nullable(root, 'offer', () => readOffer(reader, root, cycle));
  const seatLimits = reader.nullable(root, 'seatLimits', () => readSeatLimits(reader, root));
  const priceCap = reader.nullable(root, 'priceCap', () => readPriceCap(reader, root));
  const expansion = reader.word(root, 'expansion', ['new-term', 'co-term'], 'new-term');
  reader.onlyKeys(root, [
    'currency',
    'trial',
    'cycle',
    'rule',
    'offer',
    'seatLimits',
    'priceCap',
    'expansion',
  ]);
  if (!currency || !trial || !cycle || !rule || !expansion) return undefined;
  if (offer === undefined || seatLimits === undefined || priceCap === undefined) return undefined;
  return { currency, trial, cycle, rule, offer, seatLimits, priceCap, expansion };
}

function readCurrency(reader: PolicyReader, root: ObjectNode): string | undefined {
  const code = reader.text(root, 'currency');
  if (code === undefined || isCurrency(code)) return code;
  reader.report('unknown-currency', 'currency');
  return undefined;
}

function readTrial(reader: PolicyReader, root: ObjectNode): TrialTerms | undefined {
  const node = reader.object(own(root, 'trial'), 'trial');
  if (!node) return undefined;
  const days = reader.integer(node, 'days', BOUNDS.trialDays);
  const extraDays = reader.nullable(node, 'extraDays', () =>
    reader.integer(node, 'extraDays', BOUNDS.extraDays),
  );
  reader.onlyKeys(node, ['days', 'extraDays']);
  if (days === undefined || extraDays === undefined) return undefined;
  const { max } = BOUNDS.trialDays;
  if (days + (extraDays ?? 0) > max) reader.report('trial-too-long', 'trial', { max });
  return { days, extraDays };
}

function readRule(reader: PolicyReader, root: ObjectNode): PricingRule | undefined {
  const node = reader.object(own(root, 'rule'), 'rule');
  if (!node) return undefined;
  const type = reader.word(node, 'type', ['per-seat', 'tiered']);
  if (type === 'per-seat') {
    const unitAmount = reader.integer(node, 'unitAmount', BOUNDS.unitAmount);
    reader.onlyKeys(node, ['type', 'unitAmount']);
    return unitAmount === undefined ? undefined : { type, unitAmount };
  }
  if (type === 'tiered') {
    const mode = reader.word(node, 'mode', ['volume', 'graduated'], 'volume');
    const tiers = readTiers(reader, node);
    reader.onlyKeys(node, ['type', 'mode', 'tiers']);
    return mode && tiers ? { type, mode, tiers } : undefined;
  }
  reader.onlyKeys(node, ['type', 'unitAmount', 'mode', 'tiers']);
  return undefined;
}

function readTiers(reader: PolicyReader, rule: ObjectNode): Tier[] | undefined {
  const checkRise = risingCheck(reader, 'upTo');
  return reader.list(rule, 'tiers', BOUNDS.entries, (value, path, index, length) => {
    const node = reader.object(value, path);
    if (!node) return undefined;
    const upTo = readUpTo(reader, node, index === length - 1);
    checkRise(node, upTo);
    const amount = readTierAmount(reader, node);
    reader.onlyKeys(node, ['upTo', 'unitAmount', 'flatAmount']);
    return upTo === undefined || !amount ? undefined : { upTo, ...amount };
  });
}

function readUpTo(
  reader: PolicyReader,
  tier: ObjectNode,
  isLast: boolean,
): number | null | undefined {
  if (own(tier, 'upTo') !== null) return reader.integer(tier, 'upTo', BOUNDS.seats);
  if (!isLast) reader.report('open-tier-not-last', join(tier.path, 'upTo'));
  return null;
}

function readTierAmount(
  reader: PolicyReader,
  tier: ObjectNode,
): { flatAmount: number } | { unitAmount: number } | undefined {
  const hasFlat = own(tier, 'flatAmount') !== undefined;
  const hasUnit = own(tier, 'unitAmount') !== undefined;
  if (hasFlat && hasUnit) reader.report('both-amounts', tier.path);
  if (!hasFlat && !hasUnit) reader.report('no-amount', tier.path);
  const flatAmount = hasFlat && reader.integer(tier, 'flatAmount', BOUNDS.flatAmount);
  const unitAmount = hasUnit && reader.integer(tier, 'unitAmount', BOUNDS.unitAmount);
  if (typeof flatAmount === 'number') return { flatAmount };
  return typeof unitAmount === 'number' ? { unitAmount } : undefined;
}

function readOffer(
  reader: PolicyReader,
  root: ObjectNode,
  cycle: Cycle | undefined,
): Offer | undefined {
  const node = reader.object(own(root, 'offer'), 'offer');
  if (!node) return undefined;
  reader.onlyKeys(node, ['type', 'steps']);
  const type = reader.word(node, 'type', ['discount', 'gift']);
  if (type === 'discount') {
    const steps = readSteps(reader, node, ['payPercent'], (step, minCycles) =>
      readDiscountStep(reader, step, minCycles),
    );
    return steps && { type, steps };
  }
  if (type === 'gift') {
    const steps = readSteps(reader, node, ['days'], (step, minCycles) =>
      readGiftStep(reader, step, minCycles, cycle),
    );
    return steps && { type, steps };
  }
  // What both kinds of steps have in common can be checked even so.
  readSteps(reader, node, ['payPercent', 'days'], () => undefined);
  return undefined;
}

function readDiscountStep(
  reader: PolicyReader,
  step: ObjectNode,
  minCycles: number | undefined,
): DiscountStep | undefined {
  const payPercent = reader.hundredths(step, 'payPercent', BOUNDS.payPercent);
  return minCycles === undefined || payPercent === undefined
    ? undefined
    : { minCycles, payPercent };
}

function readGiftStep(
  reader: PolicyReader,
  step: ObjectNode,
  minCycles: number | undefined,
  cycle: Cycle | undefined,
): GiftStep | undefined {
  // Without a usable cycle or minCycles only what no policy could give is certainly too much.
  const max = maxGiftDays(cycle ?? 'year', minCycles ?? BOUNDS.minCycles.max);
  const days = reader.integer(step, 'days', { min: 0, max });
  return minCycles === undefined || days === undefined ? undefined : { minCycles, days };
}

function readSteps<T>(
  reader: PolicyReader,
  offer: ObjectNode,
  otherKeys: readonly string[],
  readStep: (step: ObjectNode, minCycles: number | undefined) => T | undefined,
): T[] | undefined {
  const checkRise = risingCheck(reader, 'minCycles');
  return reader.list(offer, 'steps', BOUNDS.entries, (value, path) => {
    const node = reader.object(value, path);
    if (!node) return undefined;
    const minCycles = reader.integer(node, 'minCycles', BOUNDS.minCycles);
    checkRise(node, minCycles);
    const step = readStep(node, minCycles);
    reader.onlyKeys(node, ['minCycles', ...otherKeys]);
    return step;
  });
}

function readSeatLimits(reader: PolicyReader, root: ObjectNode): SeatLimits | undefined {
  const node = reader.object(own(root, 'seatLimits'), 'seatLimits');
  if (!node) return undefined;
  const side = (key: string) =>
    reader.nullable(node, key, () => reader.integer(node, key, BOUNDS.seats));
  const min = side('min');
  const max = side('max');
  reader.onlyKeys(node, ['min', 'max']);
  if (min === undefined || max === undefined) return undefined;
  if (min !== null && max !== null && min > max) reader.report('min-above-max', 'seatLimits');
  return { min, max };
}

function readPriceCap(reader: PolicyReader, root: ObjectNode): PriceCap | undefined {
  const node = reader.object(own(root, 'priceCap'), 'priceCap');
  if (!node) return undefined;
  const amount = reader.integer(node, 'amount', BOUNDS.capAmount);
  const per = reader.word(node, 'per', ['order', 'cycle'], 'order');
  reader.onlyKeys(node, ['amount', 'per']);
  return amount === undefined || !per ? undefined : { amount, per };
}

/** Reports an entry whose `key` is not above that of the entry before it; open or faulty ones are passed over. */
function risingCheck(
  reader: PolicyReader,
  key: string,
): (node: ObjectNode, value: number | null | undefined) => void {
  let previous: number | undefined;
  return (node, value) => {
    if (typeof value !== 'number') return;
    if (previous !== undefined && value <= previous) {
      reader.report('not-rising', join(node.path, key), { min: previous + 1 });
    }
    previous = value;
  };
}
