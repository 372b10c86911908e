import { expect, vi } from 'vitest';
import { createHttpBackend } from '../../../src/backends/http/index.js';
import { createBilling } from '../../../src/billing/index.js';
import { isBackendError, type BillingBackend, type Role } from '../../../src/contract/index.js';
import type { Policy } from '../../../src/domain/index.js';
import { createHostToken } from '../../../src/server/auth/host-token.js';
import { createIds } from '../../../src/server/ids.js';
import {
  checkBooks,
  createManualTransfers,
  openStore,
  type ServerStore,
} from '../../../src/server/index.js';
import { launchApp } from '../../helpers/launch-app.js';
import { startProcess, type LogLine, type ServerProcess } from '../../helpers/server-process.js';
import { WeChatServer, type Notification } from './wechat-server.js';
import type { Death, RaceSetup, RaceWord } from './setup.js';

const SECRET = 'a-secret-of-32-or-more-characters';
const ENTRY = 'test/server/races/race-server.process.ts';

export const REQUEST = { kind: 'new', seats: 5, cycles: 1 } as const;
export const QR = { method: 'wechat', environment: 'desktop' } as const;

const POLICY: Policy = {
  currency: 'CNY',
  trial: { days: 15, extraDays: null },
  cycle: 'month',
  rule: { type: 'per-seat', unitAmount: 12_000 },
  offer: null,
  seatLimits: null,
  priceCap: null,
  expansion: 'new-term',
};

/** What came of a call: what it gave, or why it was refused. */
export type Outcome<Value> = { value: Value } | { refused: string; orderId: string | null };

export async function outcomeOf<Value>(call: Promise<Value>): Promise<Outcome<Value>> {
  try {
    return { value: await call };
  } catch (error) {
    if (!isBackendError(error)) throw error;
    const { code, data } = error;
    const refused = data.reason === undefined ? code : `${code} ${data.reason}`;
    return { refused, orderId: data.order?.id ?? null };
  }
}

export const valuesOf = <Value>(outcomes: readonly Outcome<Value>[]): Value[] =>
  outcomes.flatMap((outcome) => ('value' in outcome ? [outcome.value] : []));

/** Every reason for a refusal, once. */
export const refusalsOf = (outcomes: readonly Outcome<unknown>[]): string[] => [
  ...new Set(outcomes.flatMap((outcome) => ('refused' in outcome ? [outcome.refused] : []))),
];

/** Servers in processes of their own on one database, WeChat Pay, and whoever calls them. */
export class RaceWorld {
  /** Answers by status; 0 where there was none. */
  readonly statuses = new Map<number, number>();
  /** Bodies of answers of 500 and more. */
  readonly faults: string[] = [];
  kills = 0;
  /** All there ever were. */
  private readonly processes: ServerProcess[] = [];
  private readonly servers: { process: ServerProcess; url: string; isUp: boolean }[] = [];
  private offsetMs = 0;
  private turn = 0;

  private constructor(
    readonly store: ServerStore,
    readonly wechat: WeChatServer,
    private readonly database: RaceSetup['database'],
    private readonly gatewayMs: number | undefined,
  ) {}

  /**
   * @param url of an empty database
   * @param how.database the servers' way to it, where it is not the test's own
   * @param how.gatewayMs how long they wait for WeChat Pay
   */
  static async create(
    url: string,
    servers: number,
    how: { database?: RaceSetup['database']; gatewayMs?: number } = {},
  ): Promise<RaceWorld> {
    let made: RaceWorld | null = null;
    const wechat = await WeChatServer.start(() => made?.now() ?? new Date().toISOString());
    const store = await openStore({ url });
    const world = new RaceWorld(store, wechat, how.database ?? { url }, how.gatewayMs);
    made = world;
    const indexes = Array.from({ length: servers }, (_, index) => index);
    await Promise.all(indexes.map((index) => world.start(index)));
    return world;
  }

  now(): string {
    return new Date(Date.now() + this.offsetMs).toISOString();
  }

  get requests(): number {
    return [...this.statuses.values()].reduce((sum, count) => sum + count, 0);
  }

  // ------------------------------------------------------------------------------------------------- processes

  async start(index: number, death: Death | null = null): Promise<void> {
    const { url: before } = this.servers[index] ?? {};
    const { wechat, offsetMs, database } = this;
    const port = before === undefined ? 0 : Number(new URL(before).port);
    const setup: RaceSetup = {
      ...{ database, secret: SECRET, port, offsetMs, death },
      wechat: wechat.merchant(this.gatewayMs),
    };
    const process = await startProcess([], { SETUP: JSON.stringify(setup) }, ENTRY);
    this.processes.push(process);
    const server = { process, url: before ?? '', isUp: false };
    this.servers[index] = server;
    void process.ended.then(() => (server.isUp = false));
    // It may be one that dies before.
    const said = await Promise.race([process.said('listening'), process.ended]);
    if (said === null || typeof said === 'number') return;
    server.url = String(said.url);
    server.isUp = true;
  }

  /** `kill -9`. */
  async kill(index: number): Promise<void> {
    this.processOf(index).kill('SIGKILL');
    await this.ended(index);
  }

  /** Waits for a death that was planned. */
  async ended(index: number): Promise<void> {
    await this.processOf(index).ended;
    this.kills += 1;
  }

  tell(index: number, word: RaceWord): void {
    this.processOf(index).tell(word);
  }

  processOf(index: number): ServerProcess {
    const server = this.servers[index];
    if (!server) throw new RangeError(`no server ${index}`);
    return server.process;
  }

  isUp(index: number): boolean {
    return this.servers[index]?.isUp ?? false;
  }

  urlOf(index: number): string {
    return this.servers[index]?.url ?? '';
  }

  /** Moves the clocks of everything on. */
  advance(ms: number): void {
    this.offsetMs += ms;
    for (const { process } of this.servers) process.tell({ offsetMs: this.offsetMs });
  }

  async close(): Promise<void> {
    for (const { process } of this.servers) {
      process.kill('SIGKILL');
      await process.ended;
    }
    await this.wechat.close();
    await this.store.close();
  }

  // --------------------------------------------------------------------------------------------------- callers

  token(role: Role, userId: string): string {
    const expiresAt = new Date(Date.now() + 3_600_000).toISOString();
    const visitor = { role, userId, userName: userId, installations: 'all', expiresAt } as const;
    return createHostToken(visitor, { secret: SECRET });
  }

  /** A page behind a balancer that hands each request to the next server; or always to one. Its pauses are short, its patience is not. */
  page(role: Role, userId: string = role, index?: number): BillingBackend {
    return createHttpBackend(
      {
        url: 'http://balancer.example',
        token: this.token(role, userId),
        fetch: (input, init) => this.send(input as URL, init, index),
        timeout: 20_000,
      },
      {
        random: Math.random,
        schedule(callback, ms) {
          const timer = setTimeout(callback, ms < 20_000 ? ms / 20 : ms);
          return () => clearTimeout(timer);
        },
      },
    );
  }

  /** Hands a request to a server: the next one where none is named. */
  async send(path: string | URL, init?: RequestInit, index?: number): Promise<Response> {
    const server = index ?? this.next();
    const { pathname, search } = new URL(path, 'http://balancer.example');
    const { redirect: _redirect, cache: _cache, ...rest } = init ?? {};
    try {
      const response = await fetch(this.urlOf(server) + pathname + search, rest);
      this.count(response.status);
      if (response.status >= 500) this.faults.push(await response.clone().text());
      return response;
    } catch (error) {
      this.count(0);
      throw error;
    }
  }

  /** One that is up, in turn. */
  private next(): number {
    const up = [...this.servers.keys()].filter((index) => this.servers[index]?.isUp);
    return up[this.turn++ % up.length] ?? 0;
  }

  /** WeChat Pay tells a server something. Gives the status; 0 when nobody answered. */
  async notify({ headers, body }: Notification, index?: number): Promise<number> {
    try {
      const init = { method: 'POST', headers, body };
      return (await this.send('/v1/notifications/wechat-pay', init, index)).status;
    } catch {
      return 0;
    }
  }

  private count(status: number): void {
    this.statuses.set(status, (this.statuses.get(status) ?? 0) + 1);
  }

  // ----------------------------------------------------------------------------------------------------- books

  /** Up to the launch; behind the servers' back, for speed. */
  async launch(...ids: string[]): Promise<void> {
    const clock = { now: () => this.now() };
    const account = { accountName: 'A', accountNumber: '1', bankName: 'B' };
    const { store } = this;
    const billing = createBilling({
      ...{ store, clock, ids: createIds(clock), events: null },
      gateway: createManualTransfers({ account }),
      notifier: { send: () => Promise.resolve() },
    });
    await Promise.all(ids.map((id) => launchApp(billing, id, POLICY)));
  }

  /** Nothing in the books disagrees. */
  async expectBooksInOrder(): Promise<void> {
    expect(await checkBooks(this.store)).toEqual([]);
  }

  /** Lets time pass until nobody waits for anything: every order has ended, every payment is where it belongs. */
  async settle(): Promise<void> {
    const { store } = this;
    const minutes = [6, 6, 130, 7 * 24 * 60 + 1];
    for (let round = 0; ; round++) {
      this.advance((minutes[round] ?? 30) * 60_000);
      await vi.waitFor(
        async () => {
          const next = await store.transaction('read', (tx) => tx.nextJobDueAt());
          expect(next === null || next > this.now()).toBe(true);
        },
        { timeout: 20_000, interval: 50 },
      );
      const left = await this.unsettled();
      if (round >= minutes.length && left.length === 0) return;
      if (round > 30) throw new Error(`Never settled: ${left.join(', ')}`);
    }
  }

  private async unsettled(): Promise<string[]> {
    const orders = await this.orders();
    return orders.flatMap(({ id, status, payments }) => {
      const ended = ['paid', 'refunded', 'cancelled', 'lapsed'].includes(status);
      const open = payments.some(
        ({ state, stray }) =>
          ['creating', 'open'].includes(state) ||
          stray.some(({ refundedAt }) => refundedAt === null),
      );
      return ended && !open ? [] : [`${id} ${status}`];
    });
  }

  /** Every order that was paid was told as that, under one id however often. */
  async expectTold(): Promise<void> {
    const ids = new Map<unknown, Set<unknown>>();
    for (const { type, order, id } of this.told) {
      if (type === 'order.paid') ids.set(order, (ids.get(order) ?? new Set()).add(id));
    }
    const paid = (await this.orders()).filter(({ paidAt }) => paidAt !== null);
    expect([...ids.keys()].sort()).toEqual(paid.map(({ id }) => id).sort());
    expect([...ids.values()].filter(({ size }) => size > 1)).toEqual([]);
  }

  private get told(): LogLine[] {
    return this.processes.flatMap(({ log }) => log.filter(({ event }) => event === 'told'));
  }

  async orders() {
    const sort = { by: 'createdAt', direction: 'ascending' } as const;
    const query = { installations: 'all', sort, after: null, limit: 10_000 } as const;
    return (await this.store.transaction('read', (tx) => tx.findOrders(query))).orders;
  }

  /** What WeChat Pay holds is what the books say: for every paid order its money, once, and nothing else. */
  async expectMoneyWhereItBelongs(): Promise<{ paid: number; refunded: number }> {
    const { orders, refunds } = this.wechat.standIn;
    const returned = [...refunds.values()].map(({ transaction_id }) => transaction_id);
    expect(new Set(returned).size, 'a transaction was returned twice').toBe(returned.length);
    const books = await this.orders();
    const kept = [...orders].filter(([, { state }]) => state === 'SUCCESS');
    const owed = books.filter(({ status }) => status === 'paid');
    expect(kept.map(([number, { amount }]) => `${number} ${amount.total}`).sort()).toEqual(
      owed
        .flatMap(({ payments, quote }) =>
          payments
            .filter(({ state, stray }) => state === 'succeeded' && stray.length === 0)
            .map(({ number }) => `${number} ${quote.payable}`),
        )
        .sort(),
    );
    expect(owed.length).toBe(kept.length);
    const known = new Set(books.flatMap(({ payments }) => payments.map(({ number }) => number)));
    expect([...orders.keys()].filter((number) => !known.has(number))).toEqual([]);
    expect(this.wechat.numbers('NOTPAY')).toEqual([]);
    return { paid: kept.length, refunded: returned.length };
  }
}
