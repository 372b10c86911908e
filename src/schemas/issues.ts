import type * as z from 'zod/mini';
import type { FieldIssue } from '../contract/index.js';

/**
 * What a schema found wrong with an input, in the words of policy issues: `missing`, `unknown-key` (the path names the key),
 * `wrong-type`, `not-integer`, and `out-of-range` for a number or word that is not allowed. Parse with `reportInput`,
 * or absent values count as of the wrong type.
 */
export function fieldIssues(issues: readonly z.core.$ZodIssue[]): FieldIssue[] {
  return issues.flatMap((issue) => issuesAt(issue, []));
}

function issuesAt(issue: z.core.$ZodIssue, base: readonly PropertyKey[]): FieldIssue[] {
  const path = [...base, ...issue.path];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ path: pathText([...path, key]), code: 'unknown-key' }));
    case 'invalid_union': {
      const [nearest = []] = issue.errors.toSorted((a, b) => distance(a) - distance(b));
      return nearest.flatMap((inner) => issuesAt(inner, path));
    }
    case 'invalid_type':
      return [{ path: pathText(path), code: typeCode(issue) }];
    default:
      return [
        { path: pathText(path), code: issue.input === undefined ? 'missing' : 'out-of-range' },
      ];
  }
}

/** How far an input is from one of several shapes: above all, whether the word that names the shape is another. */
function distance(issues: readonly z.core.$ZodIssue[]): number {
  const named = issues.some(({ code, path }) => code === 'invalid_value' && path.length === 1);
  return issues.length + (named ? 1_000 : 0);
}

function typeCode(issue: z.core.$ZodIssueInvalidType): string {
  if (issue.input === undefined) return 'missing';
  return issue.expected === 'int' && typeof issue.input === 'number' ? 'not-integer' : 'wrong-type';
}

/** `rule.tiers[1].upTo`, as in policy issues. */
function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, key) =>
      typeof key === 'number' ? `${text}[${key}]` : `${text}${text && '.'}${String(key)}`,
    '',
  );
}
