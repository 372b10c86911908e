import { stepListOf, type Draft } from './draft/draft.js';

/**
 * Where in the editor a path of the policy is: `id` of what holds its issues, `focus` of the control to go to.
 * They differ for what is wrong with several fields together.
 */
export interface Place {
  id: string;
  focus: string;
}

const FIELDS: Readonly<Record<string, string>> = {
  currency: 'currency',
  'trial.days': 'trial-days',
  'trial.extraDays': 'extra-days',
  'rule.unitAmount': 'unit-amount',
  'rule.mode': 'mode',
  'seatLimits.min': 'min-seats',
  'seatLimits.max': 'max-seats',
  'priceCap.amount': 'cap-amount',
  'priceCap.per': 'cap-per',
  cycle: 'cycle',
  expansion: 'expansion',
};

/** What is wrong with more than one field, and the field to begin with. */
const GROUPS: Readonly<Record<string, Place>> = {
  trial: { id: 'trial', focus: 'trial-days' },
  seatLimits: { id: 'seat-limits', focus: 'min-seats' },
  priceCap: { id: 'cap-amount', focus: 'cap-amount' },
  rule: { id: 'rule-type', focus: 'rule-type' },
  'rule.tiers': { id: 'tiers', focus: 'add-tier' },
  offer: { id: 'offer', focus: 'offer' },
  'offer.steps': { id: 'steps', focus: 'add-step' },
};

const ROOT: Place = { id: 'policy', focus: 'policy' };

/** Finds the place of a path; one that no field answers for belongs to the whole policy. */
export function placeOf(path: string, draft: Draft): Place {
  const field = FIELDS[path];
  if (field) return { id: field, focus: field };
  return GROUPS[path] ?? tierPlace(path, draft) ?? stepPlace(path, draft) ?? ROOT;
}

export type TierField = 'upTo' | 'priced' | 'amount';
export type StepField = 'minCycles' | 'benefit';

/** Id of a control in the row of a tier. */
export function tierField(id: number, field: TierField): string {
  return `tier-${id}-${field}`;
}

/** Id of a control in the row of an offer step. */
export function stepField(id: number, field: StepField): string {
  return `step-${id}-${field}`;
}

function tierPlace(path: string, draft: Draft): Place | null {
  const [, index, key] = /^rule\.tiers\[(\d+)\](?:\.(\w+))?$/.exec(path) ?? [];
  const tier = draft.tiers[Number(index)];
  if (!tier) return null;
  if (!key) return { id: `tier-${tier.id}`, focus: tierField(tier.id, 'amount') };
  const id = tierField(tier.id, key === 'upTo' ? 'upTo' : 'amount');
  return { id, focus: id };
}

function stepPlace(path: string, draft: Draft): Place | null {
  const [, index, key] = /^offer\.steps\[(\d+)\](?:\.(\w+))?$/.exec(path) ?? [];
  const list = stepListOf(draft);
  const step = list && draft[list][Number(index)];
  if (!step) return null;
  if (!key) return { id: `step-${step.id}`, focus: stepField(step.id, 'benefit') };
  const id = stepField(step.id, key === 'minCycles' ? 'minCycles' : 'benefit');
  return { id, focus: id };
}
