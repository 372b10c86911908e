import type { PublishedPolicy } from '../../contract/index.js';
import {
  latestSegment,
  liveSegments,
  quote,
  type Instant,
  type OrderKind,
  type Policy,
  type Quote,
  type QuoteRequest,
  type Segment,
  type Violation,
} from '../../domain/index.js';
import { hasTerm, readDraft, type Draft, type Reading } from './draft.js';
import { kindsFor, segmentsOf, standingAt, type PurchaseFacts, type Standing } from './facts.js';
import { forfeitOf, type Forfeit } from './forfeit.js';
import {
  seatBounds,
  seatPresets,
  tierRows,
  type SeatBounds,
  type TierRow,
} from './seat-choices.js';
import { termChoices, type TermChoice } from './term-choices.js';

/** Facts that there is a price in. */
export type PricedFacts = PurchaseFacts & { published: PublishedPolicy };

/** The order as it stands in the page: what is asked, what it costs, and all there is to choose from. */
export interface Composition {
  kind: OrderKind;
  kinds: readonly OrderKind[];
  policy: Policy;
  draft: Draft;
  reading: Reading;
  /** Seats that can be read, whether or not they can be ordered. */
  seats: number | null;
  request: QuoteRequest | null;
  quote: Quote | null;
  violations: Violation[];
  /** What must be accepted by name; null when nothing is lost. */
  forfeit: Forfeit | null;
  standing: Standing | null;
  /** The backend's instant that all of it holds for. */
  now: Instant;
  /** Paid time that is running or ahead. */
  live: readonly Segment[];
  /** When the paid time ended, where there is none any more. */
  endedAt: Instant | null;
  bounds: SeatBounds;
  presets: number[];
  tiers: TierRow[];
  /** Empty when the order has no length of its own. */
  terms: TermChoice[];
}

/**
 * Everything the form shows for one draft at one instant of the backend's clock. The same domain prices the order
 * here and at the backend (SPEC §3).
 */
export function compose(
  facts: PricedFacts,
  kind: OrderKind,
  draft: Draft,
  now: Instant,
): Composition {
  const { policy, version } = facts.published;
  const segments = segmentsOf(facts);
  const reading = readDraft(draft, kind, policy);
  const { request } = reading;
  const result = request && quote(policy, request, { segments, now, policyVersion: version });
  const live = liveSegments(segments, now);
  const most = Math.max(0, ...live.map((segment) => segment.seats));
  const seats = reading.seats;
  const termRequest = seats === null ? null : ({ kind, seats, cycles: 1 } as const);
  return {
    kind,
    kinds: kindsFor(facts, now),
    policy,
    draft,
    reading,
    seats,
    request,
    quote: result?.ok ? result.quote : null,
    violations: result && !result.ok ? result.violations : [],
    forfeit: result?.ok ? forfeitOf(result.quote) : null,
    standing: standingAt(segments, now),
    now,
    live,
    endedAt: live.length === 0 ? (latestSegment(segments)?.endsAt ?? null) : null,
    bounds: seatBounds(policy, kind, most),
    presets: seatPresets(policy, kind, most),
    tiers: tierRows(policy, seats),
    terms: hasTerm(kind, policy) ? termChoices(policy, termRequest, { segments, now }) : [],
  };
}

/** Which field a violation belongs to; the rest concerns the order as a whole. */
export function fieldOf({ code, ...rest }: Violation): 'seats' | 'cycles' | null {
  if ('field' in rest) return rest.field;
  if (code.startsWith('seats-')) return 'seats';
  return code === 'cycles-out-of-range' ? 'cycles' : null;
}
