import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleForNode } from '../../../build/bundle-node.mjs';
import type * as Demo from '../../../demo/server/index.js';
import { HANDS_PATH, type Hands } from '../../../demo/shared/hands.js';
import { createHttpBackend } from '../../../src/backends/http/index.js';
import type { BillingBackend, Role } from '../../../src/contract/index.js';
import { checkBooks, openStore } from '../../../src/server/index.js';

const ORIGIN = 'http://localhost:5173';
const STILL = '2026-03-01T02:00:00.000Z';

/** The parts below go on where the one before them stopped. */
describe("the demo's server", () => {
  let folder: string;
  let demo: typeof Demo;
  let server: Demo.DemoServer;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'seatkit-demo-'));
    // As `npm start` runs it: the pages and their server name the package's entries.
    demo = (await import(await bundleForNode('demo/server/index.ts'))) as typeof Demo;
    server = demo.createDemoServer({ folder, stillAt: STILL });
  });

  afterAll(async () => {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  });

  async function restart(): Promise<void> {
    await server.close();
    server = demo.createDemoServer({ folder, stillAt: STILL });
  }

  async function hand<Name extends keyof Hands>(
    name: Name,
    ...given: Parameters<Hands[Name]>
  ): Promise<Awaited<ReturnType<Hands[Name]>>> {
    const body = JSON.stringify(given);
    const request = new Request(ORIGIN + HANDS_PATH + name, { method: 'POST', body });
    const response = await server.fetch(request);
    expect(response.status).toBe(200);
    return (await response.json()) as Awaited<ReturnType<Hands[Name]>>;
  }

  const as = (role: Role): BillingBackend =>
    createHttpBackend({
      url: `${ORIGIN}/api`,
      token: () => hand('token', role, role),
      fetch: (input, init) => server.fetch(new Request(input, init)),
    });

  it('has lived through its history, and its books agree', async () => {
    const { items } = await as('operator').orders({ installationId: 'yunshan' }, null);
    expect(items.map(({ kind, status }) => `${kind} ${status}`)).toEqual([
      'expand paid',
      'renew refunded',
      'expand paid',
      'new paid',
      'new cancelled',
    ]);
    expect(await hand('now')).toBe(STILL);
    expect((await as('member').entitlement('lanhai')).state).toBe('trial');
    expect(await hand('facts', 'xinghe')).toMatchObject({ merchantAccountOpened: false });
    const store = await openStore({ url: join(folder, 'seatkit.db') });
    expect(await checkBooks(store)).toEqual([]);
    await store.close();
  });

  it('takes a transfer step by step, or leaves it to the operator', async () => {
    const administrator = as('administrator');
    const request = { kind: 'new', seats: 10, cycles: 1 } as const;
    const quote = await administrator.quote('lanhai', request);
    const { id } = await administrator.createOrder('lanhai', {
      ...{ request, quote, acceptForfeit: false, key: 'demo-order-1' },
    });
    const how = { method: 'bank-transfer', environment: 'desktop' } as const;
    expect(await administrator.startPayment(id, { ...how, key: 'demo-pay-1' })).toMatchObject({
      type: 'bank-transfer',
      simulationUrl: expect.stringContaining(`${ORIGIN}/api/simulated-gateway/`) as string,
    });
    const [{ number } = { number: '' }] = (await administrator.order(id)).payments;
    const states: string[] = [];
    for (let step = 0; step < 3; step++) {
      await hand('pay', number);
      states.push((await administrator.order(id)).payments[0]?.state ?? '');
    }
    expect(states).toEqual(['processing', 'bank-accepted', 'succeeded']);
    expect((await administrator.order(id)).status).toBe('paid');

    await hand('leaveTransfers', 1);
    const more = { kind: 'expand', seats: 20, cycles: 1 } as const;
    const dearer = await administrator.quote('lanhai', more);
    const next = await administrator.createOrder('lanhai', {
      ...{ request: more, quote: dearer, acceptForfeit: true, key: 'demo-order-2' },
    });
    const action = await administrator.startPayment(next.id, { ...how, key: 'demo-pay-2' });
    expect(action).toMatchObject({ type: 'bank-transfer', confirmedBy: 'operator' });
    expect(action).not.toHaveProperty('simulationUrl');
    await administrator.cancelOrder(next.id);
  });

  it('keeps its clock and everything else over a restart', async () => {
    await hand('advanceClock', { days: 370 });
    expect(await hand('now')).toBe('2027-03-06T02:00:00.000Z');
    const notices = await hand('notices');
    expect(notices.map(({ kind }) => kind)).toContain('service-ended');
    await restart();
    expect(await hand('now')).toBe('2027-03-06T02:00:00.000Z');
    expect(await hand('notices')).toEqual(notices);
    expect((await as('member').entitlement('lanhai')).state).toBe('expired');
  });

  it('begins anew, for whoever asks meanwhile too', async () => {
    const [, now] = await Promise.all([hand('reset'), hand('now')]);
    expect([STILL, '2027-03-06T02:00:00.000Z']).toContain(now);
    expect(await hand('now')).toBe(STILL);
    expect(await hand('notices')).not.toContainEqual(
      expect.objectContaining({ installationId: 'lanhai', kind: 'service-ended' }),
    );
    const { items } = await as('operator').orders({ installationId: 'lanhai' }, null);
    expect(items).toEqual([]);
  });

  it('knows no other hands', async () => {
    for (const [method, name] of [
      ['GET', 'now'],
      ['POST', 'constructor'],
      ['POST', 'rm'],
    ] as const) {
      const body = method === 'POST' ? '[]' : null;
      const response = await server.fetch(
        new Request(ORIGIN + HANDS_PATH + name, { method, body }),
      );
      expect(response.status).toBe(404);
    }
  });
});
