import { expect } from '@open-wc/testing';
import type { Order, Role } from '../../../src/contract/index.js';
import { AMOUNTS, backendOf, LONG_WORD, orderOf } from './heavy-orders.js';
import { overflows, overlaps } from './overflows.js';
import { readyList, type ListPage } from './page.js';

/** Boxes in pixels, at the usual size of letters and at twice that in half the width. */
const BOXES = [
  { width: 320, zoom: 1 },
  { width: 390, zoom: 1 },
  { width: 820, zoom: 1 },
  { width: 1280, zoom: 1 },
  { width: 320, zoom: 2 },
  { width: 640, zoom: 2 },
] as const;

const heavy = AMOUNTS.map((amount, index) => orderOf(`${LONG_WORD}${index}`, amount));

/** Orders that one role can do something to, with the action to be opened. */
const DIALOGS: readonly [role: Role, action: string, more: Partial<Order>][] = [
  ['administrator', 'cancel', { status: 'pending', paidAt: null, payments: [] }],
  ['administrator', 'request-invoice', { status: 'paid', invoice: null, refund: null }],
  ['administrator', 'request-refund', { status: 'paid', refundEligibility: { ok: true } }],
  ['administrator', 'file-complaint', { complaints: [] }],
  ['provider', 'decide-refund', { status: 'refund-requested' }],
  ['provider', 'retry-refund', { status: 'refund-failed' }],
  ['provider', 'mark-invoice', {}],
  ['provider', 'lower-price', { status: 'pending', paidAt: null, payments: [] }],
  ['operator', 'answer-complaint', {}],
];

afterEach(() => (document.documentElement.style.fontSize = ''));

for (const lang of ['zh-CN', 'en']) {
  describe(`in ${lang} the heaviest orders lay out`, () => {
    for (const { width, zoom } of BOXES) {
      const box = `${width} pixels at ${zoom * 100} %`;

      it(`as rows, with their menu and details, in ${box}`, async () => {
        const page = await open(heavy, 'administrator', { lang, width, zoom });
        const opener = page.rows[0]!.querySelector<HTMLElement>('[aria-haspopup="menu"]')!;
        opener.scrollIntoView({ block: 'end' });
        opener.click();
        await page.until(() => page.find('#menu:popover-open') !== null);
        expectFits(page, 'menu');
        expectOnScreen(page.get('#menu'));
        await page.press('Escape');
        page.get('#chip-statuses').scrollIntoView({ block: 'end' });
        page.get('#chip-statuses').click();
        await page.until(() => page.find('#box-statuses:popover-open') !== null);
        expectOnScreen(page.get('#box-statuses'));
        page.get('#box-statuses').hidePopover();
        page.rows.at(-1)!.click();
        await page.until(() => page.find('.panel-top') !== null);
        await page.until(() => page.text.includes('10,000,000,000.00'));
        for (const details of page.root.querySelectorAll('details')) details.open = true;
        expectFits(page, 'details');
      });
    }

    // They are as wide as the window, and not as the list.
    for (const zoom of [1, 2]) {
      it(`as dialogs, at ${zoom * 100} %`, async () => {
        for (const [role, action, more] of DIALOGS) {
          const order = orderOf(LONG_WORD, AMOUNTS[2], {
            invoice: heavy[2]!.invoice && { ...heavy[2]!.invoice, status: 'requested' },
            refund: heavy[2]!.refund,
            complaints: heavy[2]!.complaints.map((each) => ({ ...each, status: 'filed' })),
            ...more,
          });
          const page = await open([order], role, { lang, width: 640, zoom });
          page.rows[0]!.querySelector<HTMLElement>('[aria-haspopup="menu"]')!.click();
          await page.until(
            () => page.find(`#menu:popover-open [data-action="${action}"]`) !== null,
          );
          page.get(`#menu [data-action="${action}"]`).click();
          await page.until(() => page.find('#task-dialog[open] .task-order') !== null);
          expectFits(page, action);
          page.list.remove();
        }
      });
    }
  });
}

async function open(
  orders: readonly Order[],
  role: Role,
  { lang, width, zoom }: { lang: string; width: number; zoom: number },
): Promise<ListPage> {
  document.documentElement.style.fontSize = zoom === 1 ? '' : `${zoom * 100}%`;
  const page = await readyList(backendOf(orders, { role, amount: AMOUNTS[3] }), { lang, width });
  await page.until(() => page.find('#menu') !== null);
  expectFits(page, 'rows');
  expect(page.list.scrollWidth, 'the list').to.be.at.most(width);
  return page;
}

function expectFits(page: ListPage, what: string): void {
  expect(overflows(page.root).join('\n'), what).to.equal('');
  for (const row of page.rows) expect(overlaps(row).join('\n'), what).to.equal('');
}

function expectOnScreen(box: HTMLElement): void {
  const { left, right, bottom, top } = box.getBoundingClientRect();
  const { clientWidth, clientHeight } = document.documentElement;
  expect(left, 'left').to.be.at.least(0);
  expect(top, 'top').to.be.at.least(0);
  expect(bottom, 'bottom').to.be.at.most(clientHeight);
  // The box of the test may be wider than its window.
  if (box.getRootNode() instanceof ShadowRoot) expect(right - left).to.be.at.most(clientWidth);
}
