import { latestSegment, liveSegments } from '../../access/live.js';
import { addDays, isAfter, type Instant } from '../../instant.js';
import { quote } from '../../pricing/quote.js';
import { maxCycles } from '../../pricing/term.js';
import type { Policy } from '../types.js';
import { moveOf } from './prices.js';
import type { ImpactFacts, PolicyImpact } from './types.js';

/** What the publication means for who is there already: time bought stays, its renewal follows the new version. */
export function subscriptionImpacts(
  before: Policy | null,
  after: Policy,
  { segments }: ImpactFacts,
  now: Instant,
): PolicyImpact[] {
  const latest = latestSegment(segments);
  if (!latest) return [];
  const { seats, endsAt } = latest;
  const comparable = before?.cycle === after.cycle && before.currency === after.currency;
  const sameTerm = latest.cycle === after.cycle && latest.cycles <= maxCycles(after.cycle);
  const cycles = sameTerm ? latest.cycles : 1;
  const ask = (policy: Policy) =>
    quote(policy, { kind: 'renew', seats, cycles }, { segments, now });
  const next = ask(after);
  const old = comparable ? ask(before) : null;
  const live = liveSegments(segments, now);
  const other = live.find(({ cycle }) => cycle !== after.cycle);
  return [
    ...(live.length > 0 ? [{ code: 'time-kept' as const, seats, endsAt }] : []),
    next.ok
      ? {
          code: 'renewal',
          seats,
          cycles,
          amount: next.quote.price,
          move: old?.ok ? moveOf(old.quote.price, next.quote.price) : null,
        }
      : { code: 'renewal-barred', seats, violations: next.violations },
    ...(other && after.expansion === 'co-term'
      ? [{ code: 'expansion-barred' as const, cycle: other.cycle }]
      : []),
  ];
}

/** Trial terms are those of the version in force at launch (SPEC §2): a running trial goes on as it began. */
export function trialImpacts(
  { trial }: Policy,
  { launchedAt, trialDays, extraTrial, segments }: ImpactFacts,
  now: Instant,
): PolicyImpact[] {
  if (launchedAt === null) return [{ code: 'trial-at-launch', ...trial }];
  if (segments.length > 0) return [];
  const startedAt = extraTrial?.startedAt ?? null;
  const endsAt =
    extraTrial && startedAt !== null
      ? addDays(startedAt, extraTrial.days)
      : addDays(launchedAt, trialDays);
  return isAfter(endsAt, now) ? [{ code: 'trial-kept', endsAt }] : [];
}
