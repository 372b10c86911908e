import { own } from './reader.js';
import type { Policy, PolicyIssue } from './types.js';
import { validatePolicy } from './validate.js';

/** Says what a file is, and how to read it. */
const SCHEMA = 'seatkit.policy/1';
const ANY_SCHEMA = /^seatkit\.policy\/\d+$/;

/** Bounds of a file with a policy: characters of its text, and objects and lists within each other. */
export const POLICY_FILE_BOUNDS = { characters: 256_000, depth: 16 } as const;

/** Why a text is no file with a policy. The path is empty: nothing in it was looked at. */
export interface PolicyFileFault {
  code: 'too-large' | 'too-deep' | 'not-json' | 'other-schema' | 'newer-schema';
  path: '';
}

/** A policy from a file, or everything that is wrong; paths are those of the policy (SPEC §2), or `schema`. */
export type PolicyFileReading =
  { ok: true; policy: Policy } | { ok: false; issues: (PolicyIssue | PolicyFileFault)[] };

/** A policy as text for a file: tagged with its schema, keys always in the same order, so that two files can be compared. */
export function policyFile(policy: Policy): string {
  const checked = validatePolicy(policy);
  // It comes back with its keys in the order of SPEC §2.
  return `${JSON.stringify({ schema: SCHEMA, policy: checked.ok ? checked.policy : policy }, null, 2)}\n`;
}

/**
 * Reads a policy from the text of a file, or a bare policy. Whatever the text is, the work is bounded: nothing is parsed that is larger
 * or deeper than {@link POLICY_FILE_BOUNDS}.
 */
export function readPolicyFile(text: string): PolicyFileReading {
  if (text.length > POLICY_FILE_BOUNDS.characters) return fault('too-large');
  if (depthOf(text) > POLICY_FILE_BOUNDS.depth) return fault('too-deep');
  let content: unknown;
  try {
    content = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return fault('not-json');
  }
  return isTagged(content) ? readTagged(content) : validatePolicy(content);
}

function readTagged(content: Readonly<Record<string, unknown>>): PolicyFileReading {
  const node = { path: '', fields: content };
  const schema = own(node, 'schema');
  if (schema !== SCHEMA) {
    return fault(
      typeof schema === 'string' && ANY_SCHEMA.test(schema) ? 'newer-schema' : 'other-schema',
    );
  }
  const strays = Object.keys(content)
    .filter((key) => key !== 'schema' && key !== 'policy')
    .map((path): PolicyIssue => ({ code: 'unknown-key', path }));
  const checked = validatePolicy(own(node, 'policy'));
  if (checked.ok && strays.length === 0) return checked;
  return { ok: false, issues: [...strays, ...(checked.ok ? [] : checked.issues)] };
}

function isTagged(content: unknown): content is Readonly<Record<string, unknown>> {
  return typeof content === 'object' && content !== null && Object.hasOwn(content, 'schema');
}

function fault(code: PolicyFileFault['code']): PolicyFileReading {
  return { ok: false, issues: [{ code, path: '' }] };
}

/** How deep brackets go, without parsing: a parser may overflow on what this only counts. */
function depthOf(text: string): number {
  let [depth, deepest, inText] = [0, 0, false];
  for (let at = 0; at < text.length; at++) {
    const mark = text.charAt(at);
    if (inText && mark === '\\') at++;
    else if (mark === '"') inText = !inText;
    else if (inText) continue;
    else if (mark === '{' || mark === '[') deepest = Math.max(deepest, ++depth);
    else if (mark === '}' || mark === ']') depth--;
  }
  return deepest;
}
