import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createEventReader, type StreamEvent } from '../../../src/backends/http/event-stream.js';
import type { Change } from '../../../src/contract/index.js';
import { createWorld, type ServerWorld } from '../app/server-world.js';

/** What arrives at a page. */
class Page {
  private readonly reader: ReadableStreamDefaultReader<Uint8Array>;
  private readonly parse = createEventReader();
  private readonly decoder = new TextDecoder();
  text = '';

  constructor({ body }: Response) {
    this.reader = body!.getReader();
  }

  /** What comes next; null at the end. */
  async next(): Promise<StreamEvent[] | null> {
    const { done, value } = await this.reader.read();
    if (done) return null;
    const text = this.decoder.decode(value);
    this.text += text;
    return this.parse(text);
  }

  /** The next changes, as many as asked for. */
  async changes(count: number): Promise<(Change & { id: string })[]> {
    const found: (Change & { id: string })[] = [];
    while (found.length < count) {
      const events = await this.next();
      if (!events) throw new Error('ended');
      for (const { type, data, id = '' } of events)
        if (type === 'change') found.push({ ...(JSON.parse(data) as Change), id });
    }
    return found;
  }

  /** Resolves once the server has ended it. */
  async end(): Promise<void> {
    while (await this.next());
  }

  leave(): Promise<void> {
    return this.reader.cancel();
  }
}

let world: ServerWorld;
let mine: string;
let other: string;
let operator: string;
let administrator: string;

beforeEach(async () => {
  world = createWorld({ limits: { streams: 3 } });
  mine = await world.newInstallation();
  other = await world.newInstallation();
  world.feed.age();
  operator = world.welcome({ role: 'operator', userId: 'o', userName: 'O', installations: 'all' });
  administrator = world.welcome({
    role: 'administrator',
    userId: 'a',
    userName: 'A',
    installations: [mine],
  });
});

afterEach(async () => {
  await world.server.close();
  vi.useRealTimers();
  expect(world.feed.listeners.size).toBe(0);
});

async function open(path: string, as: string, lastEventId?: string): Promise<Page> {
  const headers = lastEventId === undefined ? {} : { 'Last-Event-ID': lastEventId };
  const response = await world.send(path, { as, headers });
  expect(response.status).toBe(200);
  expect(response.headers.get('Content-Type')).toBe('text/event-stream');
  return new Page(response);
}

describe('a stream of changes', () => {
  it('tells of the installation that is watched, and of no other', async () => {
    const page = await open(`/v1/installations/${mine}/changes`, operator);
    world.feed.add([{ installationId: other }, { installationId: mine, orderId: 'SK1' }]);
    expect(await page.changes(1)).toEqual([{ installationId: mine, orderId: 'SK1', id: '4' }]);
  });

  it('tells of all that may be seen, and of nothing else', async () => {
    const all = await open('/v1/changes', operator);
    const own = await open('/v1/changes', administrator);
    world.feed.add([{ installationId: other }, { installationId: mine }]);
    expect(await all.changes(2)).toMatchObject([
      { installationId: other },
      { installationId: mine },
    ]);
    expect(await own.changes(1)).toMatchObject([{ installationId: mine }]);
  });

  it('names no orders to members, who see none', async () => {
    const member = world.welcome({
      role: 'member',
      userId: 'm',
      userName: 'M',
      installations: [mine],
    });
    const page = await open('/v1/changes', member);
    world.feed.add([{ installationId: mine, orderId: 'SK1' }]);
    expect(await page.changes(1)).toEqual([{ installationId: mine, id: '3' }]);
  });

  it('begins with what was missed', async () => {
    world.feed.add([{ installationId: mine, orderId: 'SK1' }, { installationId: other }]);
    world.feed.add([{ installationId: mine, orderId: 'SK2' }]);
    const page = await open(`/v1/installations/${mine}/changes`, operator, '2');
    world.feed.add([{ installationId: mine, orderId: 'SK3' }]);
    const orders = (await page.changes(3)).map(({ orderId, id }) => `${orderId} ${id}`);
    expect(orders).toEqual(['SK1 3', 'SK2 5', 'SK3 6']);
  });

  it('begins with what changed while the page was asking how things are', async () => {
    world.feed.add([{ installationId: mine, orderId: 'SK1' }, { installationId: other }]);
    const page = await open(`/v1/installations/${mine}/changes`, operator);
    world.feed.add([{ installationId: mine, orderId: 'SK2' }]);
    const orders = (await page.changes(2)).map(({ orderId, id }) => `${orderId} ${id}`);
    expect(orders).toEqual(['SK1 3', 'SK2 5']);
  });

  it('can be resumed before anything was told', async () => {
    const page = await open('/v1/changes', operator);
    const [first] = (await page.next())!;
    expect(first).toMatchObject({ id: '2', data: '' });
  });

  it.each([
    ['was never given', '999'],
    ['makes no sense', 'x; drop table changes'],
    ['was pruned', '1'],
  ])('says that anything may have changed when its position %s', async (_, position) => {
    await world.feed.prune();
    const one = await open(`/v1/installations/${mine}/changes`, operator, position);
    expect(await one.changes(1)).toEqual([{ installationId: mine, id: '2' }]);
    const all = await open('/v1/changes', operator, position);
    expect(await all.changes(1)).toEqual([{ installationId: null, id: '2' }]);
  });

  it('says so too after more than a thousand changes', async () => {
    world.feed.add(Array.from({ length: 1001 }, () => ({ installationId: mine })));
    const page = await open('/v1/changes', operator, '2');
    const told = await page.changes(1001);
    expect(told.at(-1)).toEqual({ installationId: null, id: '1003' });
  });

  it('outlives a feed that cannot be read for a while', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const page = await open('/v1/changes', operator);
    await page.next();
    world.feed.failure = new Error('connection lost');
    world.feed.add([{ installationId: mine }]);
    await Promise.resolve();
    world.feed.failure = null;
    vi.advanceTimersByTime(12_000);
    expect(await page.changes(1)).toMatchObject([{ installationId: mine }]);
  });

  it('shows at least every 15 seconds that it is alive', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const page = await open('/v1/changes', operator);
    await page.next();
    vi.advanceTimersByTime(15_000);
    await page.next();
    expect(page.text).toContain('\n:\n');
  });

  it('ends with the token it was opened with', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const brief = world.welcome({
      role: 'operator',
      userId: 'brief',
      userName: 'B',
      installations: 'all',
      expiresAt: new Date(Date.now() + 30_000).toISOString(),
    });
    const page = await open('/v1/changes', brief);
    await page.next();
    vi.advanceTimersByTime(30_001);
    expect(await page.next()).toBeNull();
    expect(world.feed.listeners.size).toBe(0);
  });

  it('ends for a page that does not read, which then resumes', async () => {
    const page = await open('/v1/changes', operator);
    for (let batch = 0; batch < 20; batch += 1) {
      world.feed.add(Array.from({ length: 100 }, () => ({ installationId: mine, orderId: 'SK1' })));
      await vi.waitFor(() => expect(world.feed.listeners.size).toBeLessThan(2));
    }
    await page.end();
    expect(page.text.length).toBeLessThanOrEqual(64 * 1024);
  });

  it('ends when the server closes, and none begins afterwards', async () => {
    const page = await open('/v1/changes', operator);
    await page.next();
    await world.server.close();
    expect(await page.next()).toBeNull();
    expect((await world.send('/v1/changes', { as: operator })).status).toBe(503);
  });

  it('leaves nothing behind that was being opened when the server closed', async () => {
    const { feed } = world;
    let answer: (position: string) => void = () => undefined;
    const latest = vi.spyOn(feed, 'latest').mockReturnValueOnce(
      new Promise((resolve) => {
        answer = resolve;
      }),
    );
    const opening = world.send('/v1/changes', { as: operator });
    await vi.waitFor(() => expect(latest).toHaveBeenCalled());
    const closing = world.server.close();
    answer('0');
    await closing;
    expect(await (await opening).text()).not.toContain('event:');
    expect(feed.listeners.size).toBe(0);
  });

  it('is one of a few for each visitor', async () => {
    const pages = await Promise.all([1, 2, 3].map(() => open('/v1/changes', operator)));
    const refused = await world.send('/v1/changes', { as: operator });
    expect(refused.status).toBe(429);
    expect(refused.headers.get('Retry-After')).toMatch(/^\d+$/);
    await pages[0]!.leave();
    await open('/v1/changes', operator);
    await open('/v1/changes', administrator);
  });

  it('is not opened to ask for its head', async () => {
    const response = await world.send('/v1/changes', { as: operator, method: 'HEAD' });
    expect(response.status).toBe(200);
    expect(response.body).toBeNull();
    expect(world.feed.listeners.size).toBe(0);
  });

  it('is not opened when the feed cannot be read', async () => {
    world.feed.failure = new Error('connection lost');
    const response = await world.send('/v1/changes', { as: operator });
    expect(response.status).toBe(500);
    world.feed.failure = null;
  });
});
