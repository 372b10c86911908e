import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { entitlement, type AccessFacts } from '../../src/domain/index.js';
import { launchChromium } from '../helpers/chromium.js';
import { startColdSite, type ColdSite, type Guard } from '../helpers/e2e/cold-site.js';
import { says, seen, unseen } from '../helpers/e2e/read.js';
import { moreFrames, recorded, startRecording } from '../helpers/e2e/recorder.js';

const LOADS = 50;
const AT_A_TIME = 10;
const DAY = 86_400_000;
const MINUTE = 60_000;
const GUARDS: Guard[] = ['head', 'css', 'template'];
const KEY = 'seatkit:entitlement:i-1';

/** A line on which a round trip takes 120 ms, and 100 kB a second. */
const THROTTLED = {
  offline: false,
  latency: 120,
  downloadThroughput: 100_000,
  uploadThroughput: 100_000,
};
type Network = 'local' | 'throttled';

const at = (ms: number) => new Date(Date.now() + ms).toISOString();

/** What the backend answers to an administrator whose time ends so many milliseconds from now. */
function endingIn(ms: number, parts: object = {}) {
  const facts: AccessFacts = {
    launchedAt: at(-200 * DAY),
    trialDays: 15,
    extraTrial: null,
    segments: [{ seats: 20, startsAt: at(-100 * DAY), endsAt: at(ms) }],
  };
  const now = at(0);
  return {
    ...entitlement(facts, now),
    installationId: 'i-1',
    appName: '项目助手',
    providerName: '云杉软件',
    contacts: ['王敏'],
    role: 'administrator',
    facts,
    now,
    token: null,
    ...parts,
  };
}

describe('cold loads of a gated page', () => {
  let browser: Browser;
  let site: ColdSite;
  let context: BrowserContext;

  beforeAll(async () => {
    [browser, site] = await Promise.all([launchChromium(), startColdSite()]);
  });
  afterAll(async () => {
    site.close();
    await browser.close();
  });
  beforeEach(async () => {
    site.hanging = [];
    site.failing = [];
    site.answer = endingIn(-DAY);
    context = await browser.newContext({ viewport: { width: 900, height: 700 } });
  });
  afterEach(() => context.close());

  async function visit(
    path: string,
    { network = 'local', into = context }: { network?: Network; into?: BrowserContext } = {},
  ): Promise<Page> {
    const page = await into.newPage();
    await startRecording(page);
    if (network === 'throttled') {
      const session = await into.newCDPSession(page);
      await session.send('Network.emulateNetworkConditions', THROTTLED);
    }
    await page.goto(site.url + path, { waitUntil: 'commit' });
    return page;
  }

  const card = (page: Page) => page.getByRole('heading', { name: '服务已到期' });
  const secret = (page: Page) => page.getByRole('heading', { name: 'Secret plans of i-1' });

  /** Somebody was let in here before. */
  async function cameBefore(answer: unknown): Promise<void> {
    site.answer = answer;
    const page = await visit('/?guard=head');
    await seen(secret(page));
    await page.close();
  }

  /** Whatever was kept counts as so much older. */
  async function age(ms: number): Promise<void> {
    const page = await visit('/empty');
    await page.evaluate(
      ([key, by]) => {
        const stored = JSON.parse(localStorage.getItem(key) ?? '') as {
          answer: { now: string };
          deviceAt: number;
        };
        stored.deviceAt -= by;
        localStorage.setItem(key, JSON.stringify(stored));
      },
      [KEY, ms] as const,
    );
    await page.close();
  }

  it('are watched by something that sees what it should: without a guard the app shows', async () => {
    const page = await visit('/?guard=nothing', { network: 'throttled' });
    await seen(card(page));
    const { painted, focused, appPainted } = await recorded(page);
    expect(painted).toBeGreaterThan(3);
    expect(focused).toBeGreaterThan(3);
    expect(appPainted).not.toBeNull();
  });

  for (const guard of GUARDS) {
    for (const network of ['local', 'throttled'] as const) {
      it(
        `show 0 frames of an expired app in ${LOADS} loads: ${guard}, ${network}`,
        { timeout: 180_000 },
        async () => {
          let frames = 0;
          const load = async (page: Page) => {
            // Nothing is cached by the site's own word, and nothing is kept.
            await page.evaluate(() => localStorage.clear());
            await page.goto(`${site.url}/?guard=${guard}`, { waitUntil: 'commit' });
            await seen(card(page));
            const { drawn, painted, focused, appPainted } = await recorded(page);
            expect([painted, focused, appPainted]).toEqual([0, 0, null]);
            frames += drawn;
          };
          const pages = Array.from({ length: AT_A_TIME }, () => visit('/empty', { network }));
          await Promise.all(
            pages.map(async (opening) => {
              const page = await opening;
              for (let done = 0; done < LOADS / AT_A_TIME; done++) await load(page);
            }),
          );
          expect(frames).toBeGreaterThan(LOADS);
        },
      );
    }

    it(`keep the app from everybody while the kit's script never comes: ${guard}`, async () => {
      site.hanging = ['/host.js'];
      const page = await visit(`/?guard=${guard}`);
      await seen(page.getByText('Foot of the host'));
      await moreFrames(page);
      expect(await recorded(page)).toMatchObject({ painted: 0, focused: 0, appPainted: null });
      const session = await context.newCDPSession(page);
      const { nodes } = await session.send('Accessibility.getFullAXTree');
      const names = nodes.map(({ name }) => String(name?.value ?? ''));
      expect(names).toContain('Foot of the host');
      expect(names.filter((name) => name.includes('Secret'))).toEqual([]);
    });

    it(`keep it closed when the script is refused: ${guard}`, async () => {
      site.failing = ['/host.js'];
      const page = await visit(`/?guard=${guard}`);
      await moreFrames(page);
      expect(await recorded(page)).toMatchObject({ painted: 0, focused: 0, appPainted: null });
    });

    it(`open for who paid, and move nothing: ${guard}`, async () => {
      site.answer = endingIn(100 * DAY);
      const page = await visit(`/?guard=${guard}&alone`, { network: 'throttled' });
      await seen(secret(page));
      await page.getByRole('textbox').click();
      await moreFrames(page);
      expect((await recorded(page)).shift).toBe(0);
    });
  }

  it('stay closed without the words, and say them once they can be had', async () => {
    site.failing = ['/chunks/front'];
    const page = await visit('/?guard=head');
    await page.waitForFunction(() => customElements.get('expiry-gate') !== undefined);
    const failed = page.waitForResponse((response) => response.status() === 503);
    await failed;
    await moreFrames(page);
    expect(await recorded(page)).toMatchObject({ painted: 0, focused: 0 });
    site.failing = [];
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await seen(card(page));
  });

  it('let in who paid though the words for a notice cannot be had', async () => {
    site.failing = ['/chunks/front'];
    site.answer = endingIn(3 * DAY);
    await seen(secret(await visit('/?guard=head')));
    site.failing = [];
    site.hanging = ['/chunks/front'];
    const other = await browser.newContext();
    await seen(secret(await visit('/?guard=head', { into: other })));
    await other.close();
  });

  it('bring a notice together with the app, so that it pushes nothing down', async () => {
    site.answer = endingIn(3 * DAY);
    const page = await visit('/?guard=head&alone', { network: 'throttled' });
    await seen(secret(page));
    await seen(page.getByText('服务还剩 3 天'));
    await moreFrames(page);
    const { painted, shift } = await recorded(page);
    expect(painted).toBeGreaterThan(0);
    expect(shift).toBe(0);
  });

  for (const [what, answer, notice] of [
    ['far from its end', () => endingIn(100 * DAY), null],
    ['with a notice', () => endingIn(3 * DAY), '服务还剩 3 天'],
  ] as const) {
    it(`show it to who comes back with the first paint, without a shift when the gate takes over: ${what}`, async () => {
      await cameBefore(answer());
      await age(10 * MINUTE);
      const page = await visit('/?guard=head', { network: 'throttled' });
      await page.waitForFunction(() => globalThis.recording.appPainted !== null);
      await page.waitForResponse('**/answer.json');
      if (notice !== null) await seen(page.getByText(notice));
      await moreFrames(page);
      const { drawn, painted, appPainted, firstPaint, shift } = await recorded(page);
      expect(painted).toBe(drawn);
      expect((appPainted ?? Infinity) - (firstPaint ?? 0)).toBeLessThan(1);
      expect(shift).toBe(0);
    });
  }

  it('ask nothing when the answer is fresh, and once when it is not', async () => {
    let asked = 0;
    context.on('request', (request) => {
      if (request.url().endsWith('/answer.json')) asked++;
    });
    await cameBefore(endingIn(100 * DAY));
    expect(asked).toBe(1);
    const page = await visit('/?guard=head');
    await page.waitForFunction(() => customElements.get('expiry-gate') !== undefined);
    await moreFrames(page);
    expect(await recorded(page)).toMatchObject({ shift: 0 });
    expect(asked).toBe(1);
    await age(10 * MINUTE);
    const later = await visit('/?guard=head');
    await later.waitForResponse('**/answer.json');
    await moreFrames(later);
    expect(asked).toBe(2);
  });

  it('let in offline too, until the end of what was paid, and no moment longer', async () => {
    await cameBefore(endingIn(20 * DAY));
    await age(10 * MINUTE);
    site.failing = ['/answer.json', '/chunks/front'];
    await context.clock.install();
    const page = await visit('/?guard=head');
    await seen(secret(page));
    await page.clock.fastForward(19 * DAY);
    await seen(secret(page));
    await page.clock.fastForward(DAY);
    await unseen(secret(page));
    site.failing = ['/answer.json'];
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await seen(page.getByRole('heading', { name: '暂时无法确认服务状态' }));
  });

  it('close at that end though the kit never came, beyond what one timer takes', async () => {
    await cameBefore(endingIn(100 * DAY));
    site.hanging = ['/host.js'];
    await context.clock.install();
    const page = await visit('/?guard=head');
    await seen(secret(page));
    await page.clock.fastForward(92 * DAY);
    await seen(secret(page));
    await page.clock.fastForward(DAY);
    await unseen(secret(page));
  });

  it('correct what an earlier page knew: closed by the answer, focus and all', async () => {
    await cameBefore(endingIn(100 * DAY));
    await age(10 * MINUTE);
    site.answer = endingIn(-DAY);
    const page = await visit('/?guard=head');
    await seen(card(page));
    await unseen(secret(page));
  });

  it('keep who was stopped out, whatever the clock says', async () => {
    const first = await visit('/?guard=head');
    await seen(card(first));
    site.hanging = ['/host.js'];
    const page = await visit('/?guard=head');
    await moreFrames(page);
    expect(await recorded(page)).toMatchObject({ painted: 0, focused: 0, appPainted: null });
  });

  it('keep out who set the clock back', async () => {
    await cameBefore(endingIn(100 * DAY));
    await age(-2 * MINUTE);
    site.hanging = ['/host.js'];
    const page = await visit('/?guard=head');
    await moreFrames(page);
    expect(await recorded(page)).toMatchObject({ painted: 0, focused: 0, appPainted: null });
  });

  it('decide for each installation, under the bare tag and with prefixes', async () => {
    await cameBefore(endingIn(100 * DAY));
    await context.addInitScript((key) => {
      const stored = JSON.parse(localStorage.getItem(key) ?? '{}') as { answer?: object };
      const blocked = {
        ...stored,
        answer: { ...stored.answer, installationId: 'i-2', blocked: true },
      };
      localStorage.setItem('seatkit:entitlement:i-2', JSON.stringify(blocked));
    }, KEY);
    site.hanging = ['/host.js'];
    const page = await visit('/many');
    await seen(page.getByRole('heading', { name: 'Secret plans of acme-expiry-gate i-1' }));
    const shown = page.getByRole('heading');
    await says(shown.first(), 'Secret plans of expiry-gate i-1');
    expect(await shown.count()).toBe(2);
    await unseen(page.getByText('Brand').first());
    await unseen(page.getByRole('button', { name: 'Pay' }).first());
  });

  it('run under a strict Content Security Policy by the hash alone', async () => {
    const problems: string[] = [];
    context.on('console', (message) => problems.push(message.text()));
    await cameBefore(endingIn(100 * DAY));
    const page = await visit('/?guard=head&strict');
    await seen(secret(page));
    await page.waitForFunction(() => customElements.get('expiry-gate') !== undefined);
    await moreFrames(page);
    const { drawn, painted, shift } = await recorded(page);
    expect({ painted, shift }).toEqual({ painted: drawn, shift: 0 });
    site.answer = endingIn(-DAY);
    await age(10 * MINUTE);
    await seen(card(await visit('/?guard=head&strict')));
    expect(problems).toEqual([]);
  });

  it('never open by what is damaged or made up', { timeout: 120_000 }, async () => {
    await cameBefore(endingIn(100 * DAY));
    const keeper = await visit('/empty');
    const good = await keeper.evaluate((key) => localStorage.getItem(key) ?? '', KEY);
    const parsed = JSON.parse(good) as Record<string, unknown> & { answer: object };
    const but = (part: object) => JSON.stringify({ ...parsed, ...part });
    const butAnswer = (part: object) => but({ answer: { ...parsed.answer, ...part } });
    site.hanging = ['/host.js'];
    const page = await visit('/empty');
    for (const left of [
      good.slice(0, -1),
      '',
      'null',
      '7',
      '[]',
      '{"format":2}',
      but({ format: 1 }),
      but({ openUntil: 9e15 }),
      but({ openUntil: String(parsed.openUntil) }),
      but({ openUntil: null }),
      but({ deviceAt: null }),
      but({ seenAt: null }),
      but({ seenAt: 9e15 }),
      but({ above: '0px}*{display:block!important' }),
      but({ answer: null }),
      butAnswer({ blocked: true }),
      butAnswer({ blocked: 0 }),
      butAnswer({ installationId: 'i-2' }),
      butAnswer({ installationId: 'i-1"],*{display:block!important}' }),
      butAnswer({ now: 'yesterday' }),
      butAnswer({ endsAt: null }),
      butAnswer({ endsAt: 'never' }),
    ]) {
      await page.evaluate(([key, text]) => localStorage.setItem(key, text), [KEY, left] as const);
      await page.goto(`${site.url}/?guard=head`, { waitUntil: 'commit' });
      await moreFrames(page, 3);
      expect(await recorded(page), left).toMatchObject({ painted: 0, focused: 0 });
    }
    await page.evaluate(([key, text]) => localStorage.setItem(key, text), [KEY, good] as const);
    await page.goto(`${site.url}/?guard=head`, { waitUntil: 'commit' });
    await seen(secret(page));
  });
});
