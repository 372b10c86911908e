import type { Order, OrderFilter } from '../../src/contract/index.js';
import '../../src/elements/order-list/define.js';
import type { OrderList } from '../../src/elements/order-list/order-list.js';
import { order, orderPage } from '../helpers/canned-shapes.js';
import { createFakeBackend } from '../helpers/fake-backend.js';
import { BareWindow, type BareLook } from './bare-window.js';

/**
 * What a list of 100 000 orders costs as a ratio to a hand-written window that draws the same cells over the same records, in one page: both
 * run in turn, and the median round counts, so that a busy machine slows both alike. The first paint is from right after a
 * frame, when the element is made, to right after the frame that shows its rows; a frame without them counts in full. The kit asks the
 * backend, checks what it answers, and draws filters, head, totals and the rows in view. By hand it is the same filters, head and totals,
 * cloned, with the records at hand and as many rows; the script of neither is loaded then. The heap is what the page's
 * script takes once all pages have come and were scrolled and jumped through, beyond what it took with the records alone.
 */
const ROUNDS = 7;

/** First paints of each in a round. */
const PAINTS = 6;

/** Milliseconds of one run of each. */
interface Figures {
  firstPaint: number;
  scrollFrame: number;
  jump: number;
}

type Paints = Record<'kit' | 'bare', number>;

const HEAP_GOAL_MIB = 2;

const GOALS: Figures = { firstPaint: 1.3, scrollFrame: 1.2, jump: 1.3 };

const COUNT = 100_000;
const ROW_PX = 48;
const FRAMES = 20;
const JUMPS = 8;
const SCROLL_PX = 240;

const orders: Order[] = Array.from({ length: COUNT }, (_, index) => ({
  ...order,
  id: `SK${String(COUNT - index).padStart(8, '0')}`,
  createdAt: new Date(Date.parse(order.createdAt) - index * 3_600_000).toISOString(),
  quote: { ...order.quote, seats: 5 + (index % 400), payable: 100_000 + index * 7 },
}));

const backend = createFakeBackend({
  orders: (filter: OrderFilter, cursor) => {
    const start = Number(cursor ?? 0);
    // After the first page many at once, so that all have come soon.
    const limit = cursor === null ? (filter.limit ?? 50) : 10_000;
    const nextCursor = start + limit < COUNT ? String(start + limit) : null;
    const totals = { ...orderPage.totals, count: COUNT };
    return Promise.resolve({ items: orders.slice(start, start + limit), nextCursor, totals });
  },
});

const frame = () => new Promise(requestAnimationFrame);

const rowsOf = (root: ParentNode) => root.querySelectorAll<HTMLTableRowElement>('tr[data-order]');

/** A task of its own, as soon as there is room for one. */
function task(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/** What `open` opened, and the milliseconds from the task after a frame, in which it does, until the one after the frame that shows its rows. */
async function painted<Opened extends { root: ParentNode }>(
  open: () => Opened,
): Promise<Opened & { took: number }> {
  await frame();
  await task();
  const start = performance.now();
  const opened = open();
  do await frame();
  while (rowsOf(opened.root).length === 0);
  await task();
  return { ...opened, took: performance.now() - start };
}

function openKit(): OrderList {
  const list = document.createElement('order-list');
  list.setAttribute('time-zone', 'UTC');
  list.setAttribute('installation-id', 'bench');
  list.backend = backend;
  document.body.append(list);
  return list;
}

/** What is to be drawn by hand, as the list draws it. */
function lookOf(list: OrderList): BareLook {
  const root = list.shadowRoot!;
  const frame = root.querySelector('.layout')!.cloneNode(true) as HTMLElement;
  frame.querySelector('tbody')!.replaceChildren();
  frame.querySelector('table')!.classList.add('windowed');
  const row = rowsOf(root)[0]!.cloneNode(true) as HTMLTableRowElement;
  return { row, frame, sheets: root.adoptedStyleSheets };
}

function openBare(like: BareLook): BareWindow {
  const bare = new BareWindow(orders, like, ROW_PX);
  document.body.append(bare.element);
  bare.draw(0);
  return bare;
}

/** What the page does from the event of a scroll until everything it led to is laid out. */
function scrolled(to: number): Promise<number> {
  return new Promise((resolve) => {
    let start = 0;
    const begin = () => (start = performance.now());
    const end = () =>
      requestAnimationFrame(() => {
        document.body.getBoundingClientRect();
        resolve(performance.now() - start);
      });
    addEventListener('scroll', begin, { capture: true, once: true });
    addEventListener('scroll', end, { once: true });
    window.scrollTo(0, to);
  });
}

/** @param other that is not on the page meanwhile */
async function scrollsOf(shown: HTMLElement, other: HTMLElement): ReturnType<typeof scrolls> {
  other.hidden = true;
  shown.hidden = false;
  await frame();
  return scrolls();
}

async function scrolls(): Promise<Pick<Figures, 'scrollFrame' | 'jump'>> {
  const height = document.documentElement.scrollHeight - innerHeight;
  const frames: number[] = [];
  for (let count = 1; count <= FRAMES; count++) {
    frames.push(await scrolled(height / 3 + count * SCROLL_PX));
  }
  const jumps: number[] = [];
  for (let count = 1; count <= JUMPS; count++) {
    // Far apart, in the same order each time.
    jumps.push(await scrolled(((count * 0.618) % 1) * height));
  }
  return { scrollFrame: median(frames.slice(5)), jump: median(jumps) };
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

/** Until it is known how its rows are laid out. */
async function settled(list: OrderList): Promise<void> {
  while (!list.shadowRoot!.querySelector('.windowed tbody[style]')) await frame();
  for (let count = 0; count < 5; count++) await frame();
}

/** Until all pages have come, rows only stand in for them. */
async function loadAll(list: OrderList): Promise<void> {
  const root = list.shadowRoot!;
  const last = `tr[data-order="${orders.at(-1)?.id ?? ''}"]`;
  await settled(list);
  while (!root.querySelector(last)) {
    window.scrollTo(0, document.documentElement.scrollHeight);
    await frame();
  }
}

/** MiB of the page's script. */
async function heap(): Promise<number> {
  const { gc, performance: page } = globalThis as unknown as {
    gc: () => void;
    performance: { memory: { usedJSHeapSize: number } };
  };
  for (let count = 0; count < 3; count++) {
    await frame();
    gc();
  }
  return page.memory.usedJSHeapSize / 2 ** 20;
}

/** @param kitFirst so that neither always comes after the other */
async function firstPaints(look: BareLook, kitFirst: boolean): Promise<Paints> {
  window.scrollTo(0, 0);
  const took = { kit: 0, bare: 0 };
  for (const which of kitFirst ? (['kit', 'bare'] as const) : (['bare', 'kit'] as const)) {
    took[which] = await (which === 'kit' ? paintKit() : paintBare(look));
  }
  return took;
}

async function paintKit(): Promise<number> {
  const { list, took } = await painted(() => {
    const list = openKit();
    return { list, root: list.shadowRoot! };
  });
  // What comes after its first paint must not fall into the next measure.
  await settled(list);
  list.remove();
  return took;
}

async function paintBare(look: BareLook): Promise<number> {
  const { bare, took } = await painted(() => {
    const bare = openBare(look);
    return { bare, root: bare.root };
  });
  bare.stop();
  return took;
}

async function run(): Promise<{ text: string; good: boolean }> {
  const rounds: { kit: Figures; bare: Figures }[] = [];
  const before = await heap();
  const list = openKit();
  await loadAll(list);
  await scrolls();
  const more = (await heap()) - before;
  const look = lookOf(list);
  const bare = openBare(look);
  for (let count = 0; count <= ROUNDS; count++) {
    const kitFirst = count % 2 === 0;
    const first = kitFirst ? null : await scrollsOf(bare.element, list);
    const kit = await scrollsOf(list, bare.element);
    const byHand = first ?? (await scrollsOf(bare.element, list));
    list.hidden = bare.element.hidden = true;
    const paints: Paints[] = [];
    for (let at = 0; at < PAINTS; at++) paints.push(await firstPaints(look, at % 2 === 0));
    const paint = (which: keyof Paints) => median(paints.map((took) => took[which]));
    // The first round warms up.
    if (count === 0) continue;
    rounds.push({
      kit: { ...kit, firstPaint: paint('kit') },
      bare: { ...byHand, firstPaint: paint('bare') },
    });
  }
  const lines = (Object.keys(GOALS) as (keyof Figures)[]).map((name) => {
    const ratio = median(rounds.map((round) => round.kit[name] / round.bare[name]));
    const of = (which: 'kit' | 'bare') => median(rounds.map((round) => round[which][name]));
    const text =
      `order-list ${name}: ${of('kit').toFixed(2)} ms, by hand ${of('bare').toFixed(2)} ms, ` +
      `ratio ${ratio.toFixed(2)}; goal ${GOALS[name]}`;
    return { text, good: ratio <= GOALS[name] };
  });
  lines.push({
    text: `order-list heap: ${more.toFixed(2)} MiB over the records; goal ${HEAP_GOAL_MIB} MiB`,
    good: more <= HEAP_GOAL_MIB,
  });
  return {
    text: lines.map(({ text }) => text).join('\n'),
    good: lines.every(({ good }) => good),
  };
}

declare global {
  /** What {@link run} found, for who started the page. */
  var benchReport: { text: string; good: boolean } | undefined;
}

globalThis.benchReport = await run();
