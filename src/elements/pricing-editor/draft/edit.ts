import type { Draft, StepDraft, StepList, TierDraft } from './draft.js';

/** Adds a tier at the end; the kind of price goes on as in the one before. */
export function addTier(draft: Draft): Draft {
  const id = nextId(draft.tiers);
  const priced = draft.tiers.at(-1)?.priced ?? 'unit';
  const tier: TierDraft = { id, upTo: '', priced, flatAmount: '', unitAmount: '' };
  return { ...draft, tiers: [...draft.tiers, tier] };
}

export function removeTier(draft: Draft, id: number): Draft {
  return { ...draft, tiers: draft.tiers.filter((tier) => tier.id !== id) };
}

export function changeTier(
  draft: Draft,
  id: number,
  change: Partial<Omit<TierDraft, 'id'>>,
): Draft {
  return {
    ...draft,
    tiers: draft.tiers.map((tier) => (tier.id === id ? { ...tier, ...change } : tier)),
  };
}

export function addStep(draft: Draft, list: StepList): Draft {
  const step: StepDraft = { id: nextId(draft[list]), minCycles: '', benefit: '' };
  return { ...draft, [list]: [...draft[list], step] };
}

export function removeStep(draft: Draft, list: StepList, id: number): Draft {
  return { ...draft, [list]: draft[list].filter((step) => step.id !== id) };
}

export function changeStep(
  draft: Draft,
  list: StepList,
  id: number,
  change: Partial<Omit<StepDraft, 'id'>>,
): Draft {
  return {
    ...draft,
    [list]: draft[list].map((step) => (step.id === id ? { ...step, ...change } : step)),
  };
}

function nextId(entries: readonly { id: number }[]): number {
  return entries.reduce((highest, { id }) => Math.max(highest, id), 0) + 1;
}
