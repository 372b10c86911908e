import { violationText } from '../../../ui/texts.js';
import { fieldOf, type Composition } from '../composition.js';
import type { ViewContext } from './view-context.js';

/** What is wrong with one field, each a sentence: what cannot be read, else what cannot be ordered. */
export function fieldIssues(
  { t, format, currency }: ViewContext,
  { policy, reading, violations }: Composition,
  field: 'seats' | 'cycles',
): string[] {
  const fault = field === 'seats' ? reading.seatsFault : reading.cyclesFault;
  if (fault) return [t.quotes.countFaults[fault]];
  return violations
    .filter((violation) => fieldOf(violation) === field)
    .map((violation) =>
      violationText(t.quotes, violation, { format, currency, cycle: policy.cycle }),
    );
}
