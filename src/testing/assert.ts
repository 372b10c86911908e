import {
  isBackendError,
  type BackendError,
  type BackendErrorCode,
  type BackendErrorReason,
} from '../contract/index.js';

/** What a check throws: the rule, and what was seen instead. */
export class ContractViolation extends Error {
  override readonly name = 'ContractViolation';
}

export function ensure(condition: boolean, rule: string): asserts condition {
  if (!condition) throw new ContractViolation(rule);
}

/** Equal as plain JSON, whatever the order of keys. */
export function equal(actual: unknown, expected: unknown, rule: string): void {
  const [seen, wanted] = [canonical(actual), canonical(expected)];
  if (seen !== wanted) throw new ContractViolation(`${rule}: expected ${wanted}, got ${seen}`);
}

/** Nothing but what JSON can say, to the last field: no instances, no functions, nothing undefined. */
export function ensurePlain(value: unknown, rule: string): void {
  if (typeof value === 'object' && value !== null) {
    const prototype: unknown = Object.getPrototypeOf(value);
    const bare = prototype === Object.prototype || Array.isArray(value);
    ensure(bare, `${rule}: must be plain JSON, not an instance`);
    for (const [key, inner] of Object.entries(value)) ensurePlain(inner, `${rule}.${key}`);
    return;
  }
  const plain = value === null || ['string', 'boolean'].includes(typeof value);
  ensure(plain || Number.isFinite(value), `${rule}: must be plain JSON, not ${typeof value}`);
}

/** What is there; a violation of the rule where nothing is. */
export function present<Value>(value: Value | null | undefined, rule: string): Value {
  if (value === null || value === undefined) throw new ContractViolation(`${rule}: nothing there`);
  return value;
}

/** The error of a call that must be refused with this code, and this reason if one is named. */
export async function refused(
  call: Promise<unknown>,
  code: BackendErrorCode,
  rule: string,
  reason?: BackendErrorReason,
): Promise<BackendError> {
  const outcome = await call.then(
    (answer) => ({ answer }),
    (error: unknown) => ({ error }),
  );
  if ('answer' in outcome)
    throw new ContractViolation(`${rule}: answered ${canonical(outcome.answer)}`);
  const { error } = outcome;
  if (!isBackendError(error)) throw new ContractViolation(`${rule}: threw ${String(error)}`);
  equal(error.code, code, rule);
  if (reason) equal(error.data.reason, reason, rule);
  return error;
}

function canonical(value: unknown): string {
  if (value === undefined) return 'nothing';
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
