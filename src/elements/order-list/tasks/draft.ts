import type { FieldFault, FieldName } from '../../../locales/order-details/strings.js';

/** What somebody has typed or chosen in a dialog, as texts; absent means untouched. */
export type Draft = Readonly<Partial<Record<FieldName | 'type', string>>>;

/** The most characters of a reason or an answer. */
export const MAX_TEXT = 2000;

/** What a dialog sends, once nothing is wrong with it. */
export type Prepared<Input> =
  | { ok: true; input: Input; warnings: readonly FieldFault[] }
  | { ok: false; faults: readonly FieldFault[]; warnings: readonly FieldFault[] };

export function ready<Input>(input: Input, warnings: readonly FieldFault[] = []): Prepared<Input> {
  return { ok: true, input, warnings };
}

export function faulty(
  faults: readonly FieldFault[],
  warnings: readonly FieldFault[] = [],
): Prepared<never> {
  return { ok: false, faults, warnings };
}

/** A text that must be there, trimmed. */
export function requiredText(draft: Draft, field: FieldName): Prepared<string> {
  const text = draft[field]?.trim() ?? '';
  if (text === '') return faulty([{ field, code: 'missing' }]);
  if (text.length > MAX_TEXT) return faulty([{ field, code: 'too-long', max: MAX_TEXT }]);
  return ready(text);
}
