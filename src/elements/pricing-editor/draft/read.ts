import type { PolicyIssueCode } from '../../../domain/index.js';
import { parseCount, type CountFault } from '../../../ui/numbers.js';
import { stepListOf, type Draft, type TierDraft } from './draft.js';
import { parsePercent, readAmount } from './text.js';

/** What is wrong with a policy as typed: a text that is no number, or one of the domain's issues (SPEC §2). */
export interface DraftIssue {
  code: PolicyIssueCode | CountFault | 'not-amount';
  /** As in policy issues: `rule.tiers[1].upTo`. */
  path: string;
  /** The lowest allowed value, where there is one. */
  min?: number;
  /** The highest allowed value, where there is one. */
  max?: number;
}

/** What a draft says: a policy's JSON, with NaN wherever a text is no number, and one fault for each of those. */
export interface DraftReading {
  input: unknown;
  faults: DraftIssue[];
}

/** Reads every text of a draft. What the numbers may be is for the domain to check. */
export function readDraft(draft: Draft): DraftReading {
  const texts = new TextReader(draft.currency);
  const input = {
    currency: draft.currency.trim().toUpperCase(),
    trial: {
      days: texts.count(draft.trialDays, 'trial.days'),
      extraDays: draft.extraTrial ? texts.count(draft.extraDays, 'trial.extraDays') : null,
    },
    cycle: draft.cycle,
    rule: readRule(draft, texts),
    offer: readOffer(draft, texts),
    seatLimits: readLimits(draft, texts),
    priceCap: isBlank(draft.capAmount)
      ? null
      : { amount: texts.amount(draft.capAmount, 'priceCap.amount'), per: draft.capPer },
    expansion: draft.expansion,
  };
  return { input, faults: texts.faults };
}

function readRule(draft: Draft, texts: TextReader): unknown {
  if (draft.ruleType === 'per-seat') {
    return { type: 'per-seat', unitAmount: texts.amount(draft.unitAmount, 'rule.unitAmount') };
  }
  const last = draft.tiers.length - 1;
  return {
    type: 'tiered',
    mode: draft.mode,
    tiers: draft.tiers.map((tier, index) => readTier(tier, index, index === last, texts)),
  };
}

function readTier(tier: TierDraft, index: number, isLast: boolean, texts: TextReader): unknown {
  const path = `rule.tiers[${index}]`;
  const upTo = isLast && isBlank(tier.upTo) ? null : texts.count(tier.upTo, `${path}.upTo`);
  return tier.priced === 'flat'
    ? { upTo, flatAmount: texts.amount(tier.flatAmount, `${path}.flatAmount`) }
    : { upTo, unitAmount: texts.amount(tier.unitAmount, `${path}.unitAmount`) };
}

function readOffer(draft: Draft, texts: TextReader): unknown {
  const list = stepListOf(draft);
  if (!list) return null;
  const steps = draft[list].map(({ minCycles, benefit }, index) => {
    const path = `offer.steps[${index}]`;
    const from = texts.count(minCycles, `${path}.minCycles`);
    return list === 'discountSteps'
      ? { minCycles: from, payPercent: texts.percent(benefit, `${path}.payPercent`) }
      : { minCycles: from, days: texts.count(benefit, `${path}.days`) };
  });
  return { type: draft.offer, steps };
}

function readLimits({ minSeats, maxSeats }: Draft, texts: TextReader): unknown {
  const min = isBlank(minSeats) ? null : texts.count(minSeats, 'seatLimits.min');
  const max = isBlank(maxSeats) ? null : texts.count(maxSeats, 'seatLimits.max');
  return min === null && max === null ? null : { min, max };
}

function isBlank(text: string): boolean {
  return text.trim() === '';
}

class TextReader {
  readonly faults: DraftIssue[] = [];

  constructor(readonly currency: string) {}

  count(text: string, path: string): number {
    const parsed = parseCount(text);
    return parsed.ok ? parsed.value : this.#fault(parsed.fault, path);
  }

  /** Minor units. */
  amount(text: string, path: string): number {
    const parsed = readAmount(text, this.currency);
    if (parsed.ok) return parsed.amount;
    return this.#fault(parsed.reason === 'malformed' ? 'not-amount' : parsed.reason, path);
  }

  percent(text: string, path: string): number {
    const percent = parsePercent(text);
    return Number.isNaN(percent)
      ? this.#fault(isBlank(text) ? 'empty' : 'not-number', path)
      : percent;
  }

  #fault(code: DraftIssue['code'], path: string): number {
    this.faults.push({ code, path });
    return NaN;
  }
}
