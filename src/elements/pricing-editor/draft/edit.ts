import type { Draft, StepDraft, StepList, TierDraft } from './draft.js';

/** Adds a tier at the end; the kind of price goes on as in the one before. */
export function addTier(draft: Draft): Draft {
  const id = nextId(draft.tiers);
  const priced = draft.tiers.at(-1)?.priced ?? 'unit';
  const tier: TierDraft = { id, upTo: '', priced, flatAmount: '', unitAmount: '' };
  return { ...draft, tiers: [...draft.tiers, tier] };
}

/** Takes a tier away. Its seats go to the tier after it, those of the last to the one before: no seat loses its price. */
export function removeTier(draft: Draft, id: number): Draft {
  const removed = draft.tiers.at(-1);
  const tiers = draft.tiers.filter((tier) => tier.id !== id);
  const last = tiers.at(-1);
  if (removed?.id !== id || !last) return { ...draft, tiers };
  return { ...draft, tiers: [...tiers.slice(0, -1), { ...last, upTo: removed.upTo }] };
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
