import type {
  GatewayEvent,
  GatewayPaymentRequest,
  PaymentGateway,
} from '../../../billing/ports.js';
import type { Instant } from '../../../domain/index.js';
import { toInstant, toMs, type SettableClock } from '../clock.js';
import type { Database, Tables } from '../store/tables.js';
import { authorizeAction, payAction, type PayUrl } from './actions.js';
import {
  nextTransferAt,
  paymentAnswer,
  progressed,
  refundAnswer,
  refundProgressed,
  moved,
  type SimulatedPayment,
  type TransferDays,
} from './records.js';

/** How the simulated gateway behaves. */
export interface GatewaySettings {
  /** The link that pays a number when it is opened in this browser; this page with a hash when absent. */
  payUrl: PayUrl;
  /** null: transfers move by hand only. Days 1, 2 and 3 when absent. */
  transferDays: TransferDays | null;
  /** Milliseconds of clock time that a refund takes; 2000 when absent. */
  refundMs: number;
}

/** What belongs to the world of the gateway, not of billing. */
export interface GatewayWorld extends GatewaySettings {
  database: Database;
  clock: SettableClock;
  /** Unique parts of transaction ids and the like. */
  token: () => string;
  /** Tells billing what happened at the gateway. */
  tell: (event: GatewayEvent) => Promise<void>;
}

const FAILING_REFUNDS = 'failing-refunds';
const TRANSFERS_LEFT = 'transfers-left-to-operator';
const KNOWN_PAYERS = 'known-payers';

/** Wallets live in the app the page is opened in; there the payer must be known first. */
const IN_WALLET: readonly GatewayPaymentRequest['environment'][] = ['wechat', 'platform-app'];

/** A gateway inside the page that moves no money. */
export function createSimulatedGateway(world: GatewayWorld): PaymentGateway {
  const { database, clock } = world;

  return {
    supports: (method, environment) => method === 'wechat' || environment === 'desktop',

    create: (request) =>
      database.transaction('write', async (tables) => {
        const known = await tables.payments.get(request.number);
        if (known) return known.action;
        if (IN_WALLET.includes(request.environment) && !(await isKnown(tables, request.payerId)))
          return authorizeAction(request);
        const now = clock.now();
        const transfer = request.method === 'bank-transfer';
        const leftToOperator = transfer && (await takeTransferLeft(tables));
        const action = payAction(request, now, world.payUrl, world.token, { leftToOperator });
        await tables.payments.put({
          number: request.number,
          method: request.method,
          amount: request.amount,
          createdAt: now,
          expiresAt: action.expiresAt,
          action,
          state: transfer ? 'created' : 'open',
          transactions: [],
          ...(transfer && { open: 1 as const }),
        });
        return action;
      }),

    query: (number) =>
      database.transaction('read', async (tables) => {
        const payment = await current(tables, number, world);
        return payment ? paymentAnswer(payment) : { state: 'unknown' };
      }),

    close: (number) =>
      database.transaction('write', async (tables) => {
        const payment = await current(tables, number, world);
        if (!payment) return { state: 'unknown' };
        if (payment.state !== 'open' && payment.state !== 'created') return paymentAnswer(payment);
        await tables.payments.put(moved(payment, 'closed', clock.now(), ''));
        return { state: 'closed' };
      }),

    refund: (request) =>
      database.transaction('write', async (tables) => {
        const before = await tables.refunds.get(request.refundNumber);
        if (before) return refundAnswer(refundProgressed(before, clock.now()));
        const failing = await counted(tables, FAILING_REFUNDS);
        if (failing > 0) await tables.settings.put({ name: FAILING_REFUNDS, value: failing - 1 });
        const refund = {
          refundNumber: request.refundNumber,
          number: request.number,
          state: failing > 0 ? ('failed' as const) : ('processing' as const),
          dueAt: toInstant(toMs(clock.now()) + world.refundMs),
          ...(failing === 0 && { open: 1 as const }),
        };
        await tables.refunds.put(refund);
        return refundAnswer(refund);
      }),

    queryRefund: (refundNumber) =>
      database.transaction('read', async (tables) => {
        const refund = await tables.refunds.get(refundNumber);
        return refund ? refundAnswer(refundProgressed(refund, clock.now())) : { state: 'unknown' };
      }),
  };
}

/** A payment as it stands now, whether or not anyone has asked since. */
export async function current(
  tables: Tables,
  number: string,
  { clock, transferDays }: GatewayWorld,
): Promise<SimulatedPayment | null> {
  const payment = await tables.payments.get(number);
  return payment ? progressed(payment, clock.now(), transferDays) : null;
}

/** Lets the time until now do its work on transfers and refunds, and tells of it. */
export async function passTime(world: GatewayWorld): Promise<void> {
  const { database, clock, transferDays } = world;
  const events = await database.transaction('write', async (tables) => {
    const told: GatewayEvent[] = [];
    const now = clock.now();
    for (const payment of await tables.payments.range('open', {})) {
      const later = progressed(payment, now, transferDays);
      if (later === payment) continue;
      await tables.payments.put(later);
      told.push({ type: 'payment', number: payment.number, payment: paymentAnswer(later) });
    }
    for (const refund of await tables.refunds.range('open', {})) {
      const later = refundProgressed(refund, now);
      if (later === refund) continue;
      await tables.refunds.put(later);
      const { number, refundNumber } = later;
      told.push({ type: 'refund', number, refundNumber, refund: refundAnswer(later) });
    }
    return told;
  });
  for (const event of events) await world.tell(event);
}

/** When time will next change something at the gateway that is worth telling. */
export function nextGatewayChange(world: GatewayWorld): Promise<Instant | null> {
  return world.database.transaction('read', async (tables) => {
    const payments = await tables.payments.range('open', {});
    const refunds = await tables.refunds.range('open', {});
    const due = [
      ...payments.map((payment) => nextTransferAt(payment, world.transferDays)),
      ...refunds.map(({ dueAt }) => dueAt),
    ];
    return due.reduce<Instant | null>(
      (first, at) => (at !== null && (first === null || at < first) ? at : first),
      null,
    );
  });
}

async function counted(tables: Tables, name: string): Promise<number> {
  const setting = await tables.settings.get(name);
  return typeof setting?.value === 'number' ? setting.value : 0;
}

/** Whether the money of the transfer that now begins is for the operator to see. */
async function takeTransferLeft(tables: Tables): Promise<boolean> {
  const left = await counted(tables, TRANSFERS_LEFT);
  if (left > 0) await setTransfersLeft(tables, left - 1);
  return left > 0;
}

export async function setTransfersLeft(tables: Tables, count: number): Promise<void> {
  await tables.settings.put({ name: TRANSFERS_LEFT, value: count });
}

export async function setFailingRefunds(tables: Tables, count: number): Promise<void> {
  await tables.settings.put({ name: FAILING_REFUNDS, value: count });
}

export async function makeKnown(tables: Tables, payerId: string): Promise<void> {
  const known = await knownPayers(tables);
  if (!known.includes(payerId))
    await tables.settings.put({ name: KNOWN_PAYERS, value: [...known, payerId] });
}

async function isKnown(tables: Tables, payerId: string): Promise<boolean> {
  return (await knownPayers(tables)).includes(payerId);
}

async function knownPayers(tables: Tables): Promise<string[]> {
  const setting = await tables.settings.get(KNOWN_PAYERS);
  return Array.isArray(setting?.value) ? (setting.value as string[]) : [];
}
