import type { Policy, PolicyChange, PolicyIssue } from '../../domain/index.js';
import { comparePolicies } from '../../domain/policy/compare.js';
import { validatePolicy } from '../../domain/policy/validate.js';
import type { Draft } from './draft/draft.js';
import { readDraft, type DraftIssue } from './draft/read.js';

/** What there is to say about a draft. */
export interface Assessment {
  /** null while anything is wrong. */
  policy: Policy | null;
  issues: DraftIssue[];
}

/** Reads and checks a draft: every issue, or the policy. */
export function assess(draft: Draft): Assessment {
  const { input, faults } = readDraft(draft);
  const checked = validatePolicy(input);
  if (checked.ok) return { policy: checked.policy, issues: [] };
  // A text that is no number is said once, in its own words.
  const unreadable = new Set(faults.map(({ path }) => path));
  const issues = checked.issues.filter(({ path }) => !unreadable.has(path));
  return { policy: null, issues: [...faults, ...issues] };
}

/** What publishing would change; everything is new before the first publication, which is said in other words. */
export function changesSince(published: Policy | null, policy: Policy | null): PolicyChange[] {
  return published && policy ? comparePolicies(published, policy) : [];
}

/** What is wrong with a given policy and cannot be seen in the draft that was made of it. */
export function foreignIssues(policy: unknown, { issues }: Assessment): PolicyIssue[] {
  const checked = validatePolicy(policy);
  if (checked.ok) return [];
  const shown = new Set(issues.map(({ path }) => path));
  return checked.issues.filter(({ path }) => !shown.has(path));
}

/** Whether a draft says just that policy; null is what every faulty draft says. */
export function says({ policy }: Assessment, given: unknown): boolean {
  if (given == null || !policy) return given == null && !policy;
  const checked = validatePolicy(given);
  return checked.ok && comparePolicies(policy, checked.policy).length === 0;
}
