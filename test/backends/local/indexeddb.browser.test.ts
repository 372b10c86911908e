import { expect } from '@open-wc/testing';
import { deleteDB, openDB } from 'idb';
import { createLocalBackend, type LocalBackend } from '../../../src/backends/local/index.js';
import { BackendError, type Order } from '../../../src/contract/index.js';
import { contractChecks } from '../../../src/testing/index.js';
import { POLICY } from '../../../src/testing/scene.js';
import { localHarness, type LocalHarness } from './local-harness.js';
import { anInstallation, anOrder } from './records.js';

const open: LocalBackend[] = [];
const names: string[] = [];

function freshName(): string {
  const name = `seatkit-test-${Date.now()}-${names.length}`;
  names.push(name);
  return name;
}

function local(name: string): LocalBackend {
  const backend = createLocalBackend({ storage: 'indexeddb', name });
  open.push(backend);
  return backend;
}

async function launched(name: string): Promise<LocalBackend> {
  const backend = local(name);
  const { simulation } = backend;
  const provider = simulation.as('provider');
  await simulation.installations.create('i1');
  await provider.publishPolicy('i1', { policy: POLICY, baseVersion: null });
  await provider.submit('i1');
  await provider.launch('i1');
  return backend;
}

async function order(backend: LocalBackend, key = 'a-key-of-this-attempt'): Promise<Order> {
  const request = { kind: 'new', seats: 10, cycles: 1 } as const;
  const quote = await backend.quote('i1', request);
  return backend.createOrder('i1', { request, quote, acceptForfeit: false, key });
}

async function failure(call: Promise<unknown>): Promise<BackendError> {
  const error = await call.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).to.be.instanceOf(BackendError);
  return error as BackendError;
}

async function refusedFor(call: Promise<unknown>): Promise<[string, string | undefined, boolean]> {
  const { code, data, retryable } = await failure(call);
  return [code, data.reason, retryable];
}

/** Replaces a method until the work is done. */
async function replacing<Host extends object, Name extends keyof Host>(
  host: Host,
  name: Name,
  by: Host[Name],
  work: () => Promise<void>,
): Promise<void> {
  const kept = Object.getOwnPropertyDescriptor(host, name);
  Object.defineProperty(host, name, { configurable: true, writable: true, value: by });
  try {
    await work();
  } finally {
    if (kept) Object.defineProperty(host, name, kept);
    else Reflect.deleteProperty(host, name);
  }
}

afterEach(async () => {
  for (const { simulation } of open.splice(0)) await simulation.close();
  for (const name of names.splice(0)) await deleteDB(name);
});

describe('the local backend in IndexedDB keeps the contract', () => {
  let harness: LocalHarness;
  const name = `seatkit-contract-${Date.now()}`;

  before(() => {
    harness = localHarness({ storage: 'indexeddb', name });
  });
  after(async () => {
    await harness.close();
    await deleteDB(name);
  });

  for (const [rule, check] of Object.entries(contractChecks)) it(rule, () => check(() => harness));
});

describe('what IndexedDB keeps', () => {
  it('is there after a reload', async () => {
    const name = freshName();
    const before = await launched(name);
    const request = { kind: 'new', seats: 10, cycles: 1 } as const;
    const quote = await before.quote('i1', request);
    const input = { request, quote, acceptForfeit: false, key: 'kept-over-a-reload' };
    const made = await before.createOrder('i1', input);
    await before.simulation.clock.advance({ ms: 60_000 });
    await before.simulation.close();
    const after = local(name);
    expect(await after.order(made.id)).to.deep.equal(made);
    const again = await after.createOrder('i1', input);
    expect(again.id, 'the key of the attempt survives').to.equal(made.id);
    expect((await after.session()).now > new Date(Date.now() + 50_000).toISOString()).to.equal(
      true,
    );
  });

  it('is seen by another tab at once, in lists too', async () => {
    const name = freshName();
    const [one, other] = [await launched(name), local(name)];
    const count = async (): Promise<number> =>
      (await other.orders({ statuses: ['pending'] }, null)).totals.count;
    expect(await count()).to.equal(0);
    const told = new Promise((resolve) => other.watch('i1', resolve));
    const { id } = await order(one);
    await told;
    expect(await count()).to.equal(1);
    await one.cancelOrder(id);
    expect(await count()).to.equal(0);
  });

  it('is emptied for every tab', async () => {
    const name = freshName();
    const [one, other] = [await launched(name), local(name)];
    await order(one);
    expect((await other.orders({}, null)).totals.count).to.equal(1);
    await one.simulation.reset();
    expect((await other.orders({}, null)).totals.count).to.equal(0);
    await one.simulation.installations.create('i2');
    expect((await other.installation('i2')).id).to.equal('i2');
  });
});

describe('storage that fails', () => {
  it('because it is full is said, and nothing is lost', async () => {
    const backend = await launched(freshName());
    const full = (): never => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    await replacing(IDBObjectStore.prototype, 'put', full, async () => {
      expect(await refusedFor(order(backend))).to.deep.equal(['unavailable', 'storage-full', true]);
    });
    expect((await backend.installation('i1')).pendingOrderId).to.equal(null);
    expect((await order(backend)).status, 'the same key goes on').to.equal('pending');
  });

  it('because it is denied is said, and tried again', async () => {
    const backend = local(freshName());
    const denied = (): never => {
      throw new DOMException('denied', 'SecurityError');
    };
    await replacing(IDBFactory.prototype, 'open', denied, async () => {
      expect(await refusedFor(backend.session())).to.deep.equal([
        'unavailable',
        'storage-blocked',
        true,
      ]);
    });
    expect((await backend.session()).role).to.equal('administrator');
  });

  it('because a newer version wrote it is said, and the data left alone', async () => {
    const name = freshName();
    const newer = await openDB(name, 99, {
      upgrade: (db) => void db.createObjectStore('orders', { keyPath: 'id' }),
    });
    await newer.put('orders', anOrder());
    newer.close();
    const backend = local(name);
    const [code, reason] = await refusedFor(backend.orders({}, null));
    expect([code, reason]).to.deep.equal(['unavailable', 'storage-too-new']);
    const again = await openDB(name);
    expect([again.version, await again.count('orders')]).to.deep.equal([99, 1]);
    again.close();
  });

  it('does not stand in the way of a tab with a newer version', async () => {
    const name = freshName();
    const backend = await launched(name);
    const newer = await openDB(name, 99);
    const [, reason] = await refusedFor(backend.installation('i1'));
    expect(reason).to.equal('storage-too-new');
    newer.close();
  });

  it('because it was deleted begins anew', async () => {
    const name = freshName();
    const backend = await launched(name);
    await deleteDB(name);
    expect((await failure(backend.installation('i1'))).code).to.equal('not-found');
  });
});

describe('a store of an older version', () => {
  /** As version 1 left it: no listing. */
  async function older(name: string): ReturnType<typeof openDB> {
    const db = await openDB(name, 1, {
      upgrade: (fresh) => {
        fresh.createObjectStore('installations', { keyPath: 'id' });
        fresh.createObjectStore('orders', { keyPath: 'id' });
        fresh.createObjectStore('inbox', { keyPath: 'key' });
      },
    });
    await db.put('installations', anInstallation());
    await db.put('orders', anOrder({ id: 'old-one', status: 'cancelled' }));
    await db.put('orders', anOrder({ id: 'old-two', status: 'cancelled' }));
    return db;
  }

  it('is brought up to date with its data', async () => {
    const name = freshName();
    (await older(name)).close();
    const backend = local(name);
    expect((await backend.installation('i1')).customerName).to.equal('甲公司');
    expect(await backend.simulation.notices()).to.deep.equal([]);
    const { items, totals } = await backend.orders({ text: 'old-' }, null);
    expect(items.map(({ id }) => id)).to.deep.equal(['old-two', 'old-one']);
    expect(totals.count).to.equal(2);
  });

  it('that another tab holds is said to be blocked, until that tab lets go', async () => {
    const name = freshName();
    const held = await older(name);
    const backend = local(name);
    const blocked = ['unavailable', 'storage-blocked', true];
    expect(await refusedFor(backend.installation('i1'))).to.deep.equal(blocked);
    expect(await refusedFor(backend.installation('i1')), 'still').to.deep.equal(blocked);
    held.close();
    const opened = async (): Promise<string> => {
      try {
        return (await backend.installation('i1')).id;
      } catch {
        await new Promise((resolve) => setTimeout(resolve));
        return opened();
      }
    };
    expect(await opened()).to.equal('i1');
  });
});
