import { afterEach, describe, expect, it, vi } from 'vitest';
import { createEventReader } from '../../../src/backends/http/event-stream.js';
import type { BillingBackend, Change } from '../../../src/contract/index.js';
import { DATABASE_KINDS, testDatabases } from '../../helpers/databases.js';
import { RaceWorld, REQUEST } from './race-world.js';

const ROUNDS = 5;

const databases = testDatabases();
let world: RaceWorld | null = null;
const stops: (() => void)[] = [];

afterEach(async () => {
  for (const stop of stops.splice(0)) stop();
  await world?.close();
  world = null;
});

/** Notes which orders a page hears of. */
function listen(page: BillingBackend, id: string): Set<string | undefined> {
  const heard = new Set<string | undefined>();
  stops.push(page.watch(id, ({ orderId }) => heard.add(orderId)));
  return heard;
}

/** Makes an order and cancels it again. Gives its id. */
async function change(page: BillingBackend, id: string): Promise<string> {
  const quote = await page.quote(id, REQUEST);
  const input = { request: REQUEST, quote, acceptForfeit: false, key: crypto.randomUUID() };
  const order = await page.createOrder(id, input);
  await page.cancelOrder(order.id);
  return order.id;
}

/** Whether a server's stream is open. */
const watched = (running: RaceWorld, index: number) =>
  vi.waitUntil(
    () => running.processOf(index).log.some(({ route }) => String(route).endsWith('/changes')),
    { timeout: 10_000 },
  );

describe.each(DATABASE_KINDS)('pages at two servers on one %s', (kind) => {
  it('hear what happens at the other, both ways', async () => {
    const running = (world = await RaceWorld.create(await databases.create(kind), 2));
    await running.launch('app');
    const pages = [0, 1].map((index) => running.page('administrator', `at-${index}`, index));
    const heard = pages.map((page) => listen(page, 'app'));
    await Promise.all([watched(running, 0), watched(running, 1)]);
    const made: string[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      for (const page of pages) made.push(await change(page, 'app'));
    }
    for (const each of heard) {
      await vi.waitFor(() => expect([...each]).toEqual(expect.arrayContaining(made)), {
        timeout: 10_000,
      });
    }
  }, 60_000);

  it('go on at the other when theirs is killed, and miss nothing', async () => {
    const running = (world = await RaceWorld.create(await databases.create(kind), 2));
    await running.launch('app');
    const other = running.page('administrator', 'other', 1);
    const url = '/v1/installations/app/changes';
    const headers = { Authorization: `Bearer ${running.token('administrator', 'a')}` };
    const open = async (index: number, last?: string) =>
      new Stream(
        await running.send(
          url,
          { headers: { ...headers, ...(last !== undefined && { 'Last-Event-ID': last }) } },
          index,
        ),
      );

    const first = await open(0);
    const before = await change(other, 'app');
    await first.until(before);
    await running.kill(0);
    const missed: string[] = [];
    for (let round = 0; round < ROUNDS; round++) missed.push(await change(other, 'app'));

    const second = await open(1, first.lastId);
    await second.until(missed.at(-1) ?? '');
    expect([...new Set(second.heard)].filter((id) => id !== undefined)).toEqual(
      expect.arrayContaining(missed),
    );
    expect(second.heard).not.toContain(before);
    const after = await change(other, 'app');
    await second.until(after);
    second.leave();
  }, 60_000);
});

/** A stream as it comes, without a client that mends it. */
class Stream {
  readonly heard: (string | undefined)[] = [];
  lastId = '';
  private readonly reader: ReadableStreamDefaultReader<Uint8Array>;
  private readonly parse = createEventReader();
  private readonly decoder = new TextDecoder();

  constructor({ body, status }: Response) {
    if (!body || status !== 200) throw new Error(`No stream, but ${status}`);
    this.reader = body.getReader();
  }

  /** Reads on to the last of the two changes of an order. */
  async until(orderId: string): Promise<void> {
    while (this.heard.filter((heard) => heard === orderId).length < 2) {
      const { done, value } = await this.reader.read();
      if (done) throw new Error('The stream has ended');
      for (const { type, data, id = this.lastId } of this.parse(this.decoder.decode(value))) {
        this.lastId = id;
        if (type === 'change') this.heard.push((JSON.parse(data) as Change).orderId);
      }
    }
  }

  leave(): void {
    void this.reader.cancel();
  }
}
