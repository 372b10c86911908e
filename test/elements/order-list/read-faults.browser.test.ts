import { expect } from '@open-wc/testing';
import { BACKEND_ERROR_CODES, type BillingBackend } from '../../../src/contract/index.js';
import { CALL_TIMEOUT_MS } from '../../../src/ui/deadline.js';
import {
  createFaultyBackend,
  WALKED,
  type CallName,
  type Fault,
  type FaultyBackend,
} from '../../helpers/faulty-backend.js';
import { holdTimers, type HeldTimers } from '../../helpers/held-timers.js';
import { createCrowd } from './crowd.js';
import { openList, readyList, textOf, type ListPage } from './page.js';
import { createWorld, eventful } from './world.js';

/** Something a list asks for, and how a person comes to it. */
interface ReadFlow {
  name: string;
  /** The requests that go wrong, one at a time. */
  calls: readonly CallName[];
  backend: () => BillingBackend;
  /** Pixels. */
  width?: number;
  /** What asks; absent: the list asks by itself as it opens. */
  ask?: (page: ListPage) => void;
  /** Where it is told that it failed, with a button to try again. */
  told: string;
  /** Whether what was there before is still there. */
  kept: (page: ListPage) => boolean;
  /** Whether what was asked for is there. */
  here: (page: ListPage) => boolean;
}

const world = () => createWorld({ chapter: eventful });

const FLOWS: readonly ReadFlow[] = [
  {
    name: 'the first page',
    calls: ['session', 'orders'],
    backend: world,
    told: '.state.failed[role="alert"]',
    kept: () => true,
    here: ({ rows }) => rows.length === 7,
  },
  {
    name: 'what is new',
    calls: ['session', 'orders'],
    backend: world,
    ask: ({ list }) => void list.refresh(),
    told: '.list > .banner[role="status"]',
    kept: ({ rows }) => rows.length === 7,
    here: (page) => page.rows.length === 7 && page.find('.list > .banner[role="status"]') === null,
  },
  {
    name: 'another filter',
    calls: ['session', 'orders'],
    backend: world,
    ask: (page) => page.get('#kinds-renew').click(),
    told: '.state.failed[role="alert"]',
    kept: (page) => page.input('#kinds-renew').checked && page.list.filter.kinds?.[0] === 'renew',
    here: ({ rows }) => rows.length === 2,
  },
  {
    name: 'the details',
    calls: ['order'],
    backend: world,
    ask: (page) => page.rows[1]!.click(),
    told: '.panel-body > .banner[role="status"]',
    kept: (page) => textOf(page.get('.panel-body')).includes('¥6,480.00'),
    here: (page) =>
      page.find('.panel-body > .panel-top') !== null && page.find('.panel-body > .banner') === null,
  },
  {
    name: 'the next page',
    calls: ['orders'],
    backend: () => createCrowd(120),
    width: 600,
    ask: (page) => page.get('#more').click(),
    told: '.end [role="alert"]',
    kept: (page) => known(page)[0] === 'o-000120' && known(page).length === 50,
    here: (page) => known(page).length === 100 && known(page)[99] === 'o-000021',
  },
  {
    name: 'all pages for a file',
    calls: ['orders'],
    backend: () => createCrowd(250),
    width: 600,
    ask: (page) => page.get('#export').click(),
    told: '.export-notice [role="alert"]',
    kept: (page) => known(page).length === 50,
    here: ({ text }) => text.includes('已导出 250 笔订单。'),
  },
];

const isRefusal = (fault: Fault) => (BACKEND_ERROR_CODES as readonly Fault[]).includes(fault);
const REFUSALS = WALKED.filter(isRefusal);
const BREAKDOWNS = WALKED.filter((fault) => !isRefusal(fault));

/** Answers that are as good as any: delivered twice, and a name that nobody goes by. */
const harmless = (fault: Fault, call: CallName) =>
  fault === 'twice' || (fault === 'stranger' && call !== 'order');

let deadlines: HeldTimers;
const { click } = HTMLAnchorElement.prototype;

beforeEach(() => {
  deadlines = holdTimers(CALL_TIMEOUT_MS);
  // The file is not for the disk of whoever runs this.
  HTMLAnchorElement.prototype.click = () => undefined;
});
afterEach(() => {
  deadlines.restore();
  HTMLAnchorElement.prototype.click = click;
});

for (const flow of FLOWS) {
  for (const call of flow.calls) {
    describe(`${flow.name} comes in the end, though ${call}()`, () => {
      it('is refused in every way before', () => refuse(flow, call));
      for (const fault of BREAKDOWNS)
        it(`is answered so: ${fault}`, () => breakDown(flow, call, fault));
    });
  }
}

/** One refusal at each try. */
async function refuse(flow: ReadFlow, call: CallName): Promise<void> {
  const { page, faulty } = await ask(flow, call, REFUSALS[0]!);
  for (const code of [...REFUSALS.slice(1), null]) {
    await page.until(() => retryOf(flow, page)?.getAttribute('aria-busy') === 'false');
    expect(flow.kept(page), `kept after what came before ${code}`).to.equal(true);
    const before = faulty.calls.length;
    if (code) faulty.plan(call, code);
    else faulty.mend();
    retryOf(flow, page)!.click();
    await page.until(() => faulty.calls.length > before);
    await page.until(() => (!code ? flow.here(page) : failures(page) > 0));
    page.events.length = 0;
  }
}

async function breakDown(flow: ReadFlow, call: CallName, fault: Fault): Promise<void> {
  const { page, faulty } = await ask(flow, call, fault);
  const waiting = fault === 'hang' || fault === 'late';
  if (waiting) await page.until(() => faulty.held > 0);
  if (!harmless(fault, call)) {
    await page.until(() => {
      // Others may have asked the same again meanwhile.
      if (waiting) deadlines.fire();
      return retryOf(flow, page) !== null;
    });
    expect(flow.kept(page), 'kept').to.equal(true);
    faulty.mend();
    if (waiting) deadlines.fire();
    retryOf(flow, page)!.click();
  }
  await page.until(() => flow.here(page));
  const ids = known(page);
  expect(new Set(ids).size, 'no row twice').to.equal(ids.length);
  // What comes too late is nobody's business.
  await faulty.release();
  await page.list.updateComplete;
  expect([known(page), flow.here(page)]).to.deep.equal([ids, true]);
}

async function ask(
  { backend, width = 1240, ask }: ReadFlow,
  call: CallName,
  fault: Fault,
): Promise<{ page: ListPage; faulty: FaultyBackend }> {
  const faulty = createFaultyBackend(backend());
  if (!ask) faulty.plan(call, fault);
  const page = await (ask ? readyList : openList)(faulty, { width });
  await page.until(() => !ask || page.find('#menu') !== null);
  if (ask) faulty.plan(call, fault);
  ask?.(page);
  await page.list.updateComplete;
  return { page, faulty };
}

function retryOf({ told }: ReadFlow, page: ListPage): HTMLElement | null {
  const place = page.find(told);
  return place && textOf(place) !== '' ? page.button('重试', place) : null;
}

/** Not all of them are drawn. */
function known({ list }: ListPage): string[] {
  return list.knownOrders.map(({ id }) => id);
}

function failures({ eventNames }: ListPage): number {
  return eventNames.filter((name) => name === 'billing-error').length;
}
