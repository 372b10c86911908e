import { describe, expect, it } from 'vitest';
import { positionOf } from '../../src/billing/order-query.js';
import type { Job, OrderRecord, Store } from '../../src/billing/ports.js';
import type { Change } from '../../src/contract/index.js';
import { anInstallation, anOrder, anOrderOf, aQuery, NOON } from '../backends/local/records.js';

export interface StoreUnderTest {
  store: Store;
  /** What it has said to have changed. */
  changes(): Promise<Change[]>;
}

function aJob(id: string, dueAt: string): Job {
  const task = { kind: 'lapse', orderId: id } as const;
  return { id, installationId: 'i1', task, dueAt, attempts: 0, lastError: null };
}

async function putAll(store: Store, orders: OrderRecord[]): Promise<void> {
  await store.transaction('write', async (tx) => {
    for (const order of orders) await tx.putOrder(order);
  });
}

/** What every store does, whatever it keeps things in; each test gets an empty one. */
export function describeStore(name: string, create: () => Promise<StoreUnderTest>): void {
  describe(name, () => {
    it('undoes everything when the work throws, and throws the same error', async () => {
      const { store, changes } = await create();
      const failure = new Error('half done');
      const work = store.transaction('write', async (tx) => {
        await tx.putInstallation(anInstallation());
        await tx.putOrder(anOrder());
        expect((await tx.order('o1'))?.id).toBe('o1');
        expect((await tx.findOrders(aQuery())).totals.count).toBe(1);
        throw failure;
      });
      await expect(work).rejects.toBe(failure);
      await store.transaction('read', async (tx) => {
        expect(await tx.installation('i1')).toBeNull();
        expect(await tx.order('o1')).toBeNull();
        expect((await tx.findOrders(aQuery())).totals.count).toBe(0);
      });
      expect(await changes()).toEqual([]);
    });

    it('lets one writer after the other count', async () => {
      const { store } = await create();
      const add = () =>
        store.transaction('write', async (tx) => {
          const before = await tx.lockInstallation('i1');
          const contacts = [...(before?.contacts ?? []), 'another'];
          await tx.putInstallation(anInstallation({ contacts }));
        });
      await store.transaction('write', (tx) =>
        tx.putInstallation(anInstallation({ contacts: [] })),
      );
      await Promise.all(Array.from({ length: 20 }, add));
      const after = await store.transaction('read', (tx) => tx.installation('i1'));
      expect(after?.contacts).toHaveLength(20);
    });

    it('hands out copies and keeps copies', async () => {
      const { store } = await create();
      const mine = anInstallation();
      await store.transaction('write', async (tx) => {
        await tx.putInstallation(mine);
        mine.contacts.push('afterwards');
        const read = await tx.installation('i1');
        read?.contacts.push('into a copy');
      });
      const kept = await store.transaction('read', (tx) => tx.installation('i1'));
      expect(kept?.contacts).toEqual(['王管理']);
    });

    it('refuses to write in a read transaction', async () => {
      const { store } = await create();
      const work = store.transaction('read', (tx) => tx.putInstallation(anInstallation()));
      await expect(work).rejects.toThrow();
      const kept = await store.transaction('read', (tx) => tx.installation('i1'));
      expect(kept).toBeNull();
    });

    it('says after the commit what changed', async () => {
      const { store, changes } = await create();
      await putAll(store, [anOrder()]);
      expect(await changes()).toEqual([{ installationId: 'i1', orderId: 'o1' }]);
    });

    it('claims jobs once, the longest due first', async () => {
      const { store } = await create();
      const until = '2026-03-01T12:05:00.000Z';
      const [one, two] = await store.transaction('write', async (tx) => {
        await tx.putJob(aJob('later', '2026-03-02T00:00:00.000Z'));
        await tx.putJob(aJob('second', '2026-03-01T11:00:00.000Z'));
        await tx.putJob(aJob('first', '2026-03-01T10:00:00.000Z'));
        return [
          await tx.claimJobs({ now: NOON, until, limit: 1 }),
          await tx.claimJobs({ now: NOON, until, limit: 5 }),
        ];
      });
      expect(one.map(({ id }) => id)).toEqual(['first']);
      expect(two.map(({ id, attempts, dueAt }) => [id, attempts, dueAt])).toEqual([
        ['second', 1, until],
      ]);
      await store.transaction('read', async (tx) => {
        expect(await tx.nextJobDueAt()).toBe(until);
      });
    });

    it('keeps what was given up, oldest first, until it is taken out', async () => {
      const { store } = await create();
      const letter = (id: string, diedAt: string) => {
        const { dueAt: _, ...job } = aJob(id, NOON);
        return { ...job, attempts: 75, lastError: 'answered 500', diedAt };
      };
      await store.transaction('write', async (tx) => {
        await tx.putDeadLetter(letter('b', '2026-03-02T00:00:00.000Z'));
        await tx.putDeadLetter(letter('c', '2026-03-01T00:00:00.000Z'));
        await tx.putDeadLetter(letter('a', '2026-03-02T00:00:00.000Z'));
        expect(
          await tx.claimJobs({ now: '2027-01-01T00:00:00.000Z', until: NOON, limit: 9 }),
        ).toEqual([]);
      });
      const ids = (limit: number) =>
        store.transaction('read', async (tx) => (await tx.deadLetters(limit)).map(({ id }) => id));
      expect(await ids(10)).toEqual(['c', 'a', 'b']);
      expect(await ids(2)).toEqual(['c', 'a']);
      await store.transaction('write', (tx) => tx.deleteDeadLetter('a'));
      expect(await ids(10)).toEqual(['c', 'b']);
      await store.transaction('read', async (tx) => {
        expect(await tx.deadLetter('a')).toBeNull();
        expect(await tx.deadLetter('b')).toEqual(letter('b', '2026-03-02T00:00:00.000Z'));
      });
    });

    it('remembers how each installation stood when that was told', async () => {
      const { store } = await create();
      const told = {
        installationId: 'i1',
        sequence: 1,
        state: 'trial',
        seats: null,
        endsAt: NOON,
      } as const;
      await store.transaction('write', async (tx) => {
        expect(await tx.toldEntitlement('i1')).toBeNull();
        await tx.putToldEntitlement(told);
        await tx.putToldEntitlement({ ...told, installationId: 'i2' });
        await tx.putToldEntitlement({ ...told, sequence: 2 });
      });
      await store.transaction('read', async (tx) => {
        expect(await tx.toldEntitlement('i1')).toEqual({ ...told, sequence: 2 });
        expect(await tx.toldEntitlement('i2')).toEqual({ ...told, installationId: 'i2' });
      });
    });

    it('gives the pending order and the newest paid one of each installation', async () => {
      const { store } = await create();
      const paid = (id: string, paidAt: string, status: OrderRecord['status'] = 'paid') =>
        anOrder({ id, paidAt, status });
      await putAll(store, [
        anOrder({ id: 'waiting' }),
        paid('old', '2026-01-01T00:00:00.000Z'),
        paid('newest', '2026-02-01T00:00:00.000Z', 'refund-failed'),
        paid('gone', '2026-03-01T00:00:00.000Z', 'refunded'),
        anOrder({ id: 'elsewhere', installationId: 'i2' }),
        anOrder({ id: 'unasked', installationId: 'i3' }),
      ]);
      const standing = await store.transaction('read', (tx) => tx.standingOrders(['i1', 'i2']));
      expect(standing.map(({ id }) => id).sort()).toEqual(['elsewhere', 'newest', 'waiting']);
      await putAll(store, [anOrder({ id: 'waiting', status: 'cancelled' })]);
      const after = await store.transaction('read', (tx) => tx.standingOrders(['i1']));
      expect(after.map(({ id }) => id)).toEqual(['newest']);
    });

    it('pages through a sorted filter without losing or repeating an order, with the totals of all', async () => {
      const { store } = await create();
      const orders = Array.from({ length: 57 }, (_, index) =>
        anOrderOf((index % 5) * 100, {
          id: `o${String(index).padStart(2, '0')}`,
          status: index % 3 === 0 ? 'paid' : 'pending',
          installationId: `i${index % 2}`,
        }),
      );
      await putAll(store, orders);
      const sort = { by: 'amount', direction: 'ascending' } as const;
      const query = aQuery({ installations: ['i0'], minAmount: 100, sort, limit: 4 });
      const expected = orders
        .filter(({ installationId, quote }) => installationId === 'i0' && quote.payable >= 100)
        .sort((a, b) => a.quote.payable - b.quote.payable || (a.id < b.id ? -1 : 1));
      const seen: string[] = [];
      for (let after: ReturnType<typeof positionOf> | null = null; ;) {
        const from = after;
        const page = await store.transaction('read', (tx) =>
          tx.findOrders({ ...query, after: from }),
        );
        seen.push(...page.orders.map(({ id }) => id));
        const payable = expected.reduce((sum, { quote }) => sum + quote.payable, 0);
        expect(page.totals.count).toBe(expected.length);
        expect(page.totals.amounts[0]?.payable).toBe(payable);
        const last = page.orders.at(-1);
        if (!page.more || !last) break;
        after = positionOf(last, 'amount');
      }
      expect(seen).toEqual(expected.map(({ id }) => id));
    });

    it('finds an order by the number of any of its payments', async () => {
      const { store } = await create();
      const payment = {
        id: 'a1',
        number: 'P1',
        method: 'wechat',
        environment: 'desktop',
        state: 'open',
        amount: 1,
        action: null,
        createdAt: NOON,
        expiresAt: null,
        succeededAt: null,
        transactionId: null,
        notifications: [],
        stray: [],
      } as const;
      const payments = [payment, { ...payment, id: 'a2', number: 'P2' }].map((attempt) => ({
        ...attempt,
        notifications: [],
        stray: [],
      }));
      await putAll(store, [anOrder({ payments })]);
      await store.transaction('read', async (tx) => {
        expect((await tx.orderByPaymentNumber('P2'))?.id).toBe('o1');
        expect(await tx.orderByPaymentNumber('P3')).toBeNull();
      });
    });

    it('keeps versions, keys, notices and the record of what was done', async () => {
      const { store } = await create();
      const by = { role: 'provider', userId: 'p', userName: '林' } as const;
      const key = { installationId: 'i1', scope: 'create-order', key: 'k'.repeat(8) };
      await store.transaction('write', async (tx) => {
        for (const action of ['first', 'second'])
          await tx.addAuditEntry({
            at: NOON,
            by,
            installationId: 'i1',
            orderId: null,
            action,
            detail: {},
          });
        await tx.addIdempotencyRecord({ ...key, body: '{}', result: 'o1', createdAt: NOON });
        expect(await tx.addNoticeKey('i1', 'trial-ended')).toBe(true);
        expect(await tx.addNoticeKey('i1', 'trial-ended')).toBe(false);
        await tx.deleteNoticeKey('i1', 'trial-ended');
        expect(await tx.addNoticeKey('i1', 'trial-ended')).toBe(true);
      });
      const again = store.transaction('write', (tx) =>
        tx.addIdempotencyRecord({ ...key, body: '{}', result: 'o2', createdAt: NOON }),
      );
      await expect(again).rejects.toThrow();
      await store.transaction('read', async (tx) => {
        const found = await tx.idempotencyRecord(key.installationId, key.scope, key.key);
        expect(found?.result).toBe('o1');
        const actions = (await tx.auditEntries('i1')).map(({ action }) => action);
        expect(actions).toEqual(['first', 'second']);
      });
    });
  });
}
