import { BackendError, type PaymentAttempt, type Person } from '../contract/index.js';
import { absorb } from './absorb.js';
import { askGateway } from './ask-gateway.js';
import type { Ports } from './context.js';
import { later, MINUTE_MS } from './instants.js';
import { plan as planJob } from './jobs.js';
import type { Located } from './locate.js';
import { attemptOf, isOpen, stoppableAttempts } from './payments.js';
import type { GatewayPayment, StoreTransaction } from './ports.js';

/** What is to be done with an order once nothing can pay it any more. */
export interface WithdrawalPlan<Result> {
  ports: Ports;
  by: Person;
  /** Finds and locks the order. */
  locate: (tx: StoreTransaction) => Promise<Located>;
  /** Whether to stop here, with a result or a refusal; null to go on. Asked before anything is closed, and again afterwards. */
  check: (tx: StoreTransaction, located: Located) => Promise<Verdict<Result>>;
  /** Acts on the order; no payment of it is open now but a transfer under way. */
  decide: (tx: StoreTransaction, located: Located) => Promise<Result>;
}

/** A refusal is returned, not thrown: what the gateway said is kept all the same. */
export type Verdict<Result> = { result: Result } | { refusal: BackendError } | null;

/** How long a request to the gateway may still be on its way when the payment it makes is closed before it arrives. */
const STRAGGLER_MS = 5 * MINUTE_MS;

/**
 * Closes at the gateway whatever may still pay the order, outside any transaction, then decides in one (SPEC §5: the gateway is asked
 * first, and a payment that did arrive wins). Begun anew when another payment was begun meanwhile.
 *
 * @throws BackendError the refusal; `unavailable` when the gateway does not answer, or cannot close: then nothing is decided
 */
export async function withdrawThen<Result>(plan: WithdrawalPlan<Result>): Promise<Result> {
  const { ports } = plan;
  let answers: Answers = new Map();
  for (;;) {
    const round = await ports.store.transaction('write', (tx) => playRound(tx, plan, answers));
    if ('result' in round) return round.result;
    if ('refusal' in round) throw round.refusal;
    answers = await closeAtGateway(ports, round.open);
  }
}

async function playRound<Result>(
  tx: StoreTransaction,
  { ports, by, locate, check, decide }: WithdrawalPlan<Result>,
  answers: Answers,
): Promise<NonNullable<Verdict<Result>> | { open: PaymentAttempt[] }> {
  const located = await absorbClosed(tx, await locate(tx), answers, ports, by);
  const verdict = await check(tx, located);
  if (verdict) return verdict;
  const open = stoppableAttempts(located.order);
  if (open.length === 0) return { result: await decide(tx, located) };
  const stubborn = open.some(({ number }) => answers.has(number));
  return stubborn ? { refusal: new BackendError('unavailable') } : { open };
}

type Answers = ReadonlyMap<string, GatewayPayment>;

async function closeAtGateway(
  { gateway }: Ports,
  attempts: readonly PaymentAttempt[],
): Promise<Answers> {
  const answers = new Map<string, GatewayPayment>();
  for (const { number } of attempts) {
    answers.set(number, await askGateway(gateway.close(number)));
  }
  return answers;
}

const CLOSED: GatewayPayment = { state: 'closed' };

async function absorbClosed(
  tx: StoreTransaction,
  located: Located,
  answers: Answers,
  { ids, clock }: Ports,
  by: Person,
): Promise<Located> {
  const now = clock.now();
  let current = located;
  for (const [number, answer] of answers) {
    const attempt = attemptOf(current.order, number);
    if (!attempt || !isOpen(attempt)) continue;
    const unheard = answer.state === 'unknown';
    const word = { number, payment: unheard ? CLOSED : answer, source: 'answered', by } as const;
    current = await absorb(tx, current, word, { ids, now });
    if (unheard) {
      // The request that makes it may still be on its way.
      const { id: orderId, installationId } = current.order;
      const task = { kind: 'close-payment', orderId, number } as const;
      await planJob(tx, installationId, task, later(now, STRAGGLER_MS));
    }
  }
  return current;
}
