import { expect } from '@open-wc/testing';
import { backendOf, orderOf } from './heavy-orders.js';
import { openList, readyList, textOf } from './page.js';
import { createFakeBackend } from '../../helpers/fake-backend.js';
import { installation, session } from '../../helpers/canned-shapes.js';

const MARKUP = '<img src=x onerror="document.title=1"><script>document.title=1</script>&amp;${1}';

/** Turns everything after it, and ends any isolation around it. */
const TURNING = 'abc\u2069\u2069\u2067\u202e';

const AMOUNT = 123_456;

describe('texts of hosts and people', () => {
  it('stay texts, whatever they hold', async () => {
    const order = orderOf(MARKUP, AMOUNT);
    const page = await readyList(backendOf([order], { role: 'provider' }));
    page.list.installationId = '';
    await page.until(() => page.text.includes(`${MARKUP} · ${MARKUP}`));
    page.rows[0]!.click();
    await page.until(() => page.find('.panel-top') !== null);
    const panel = textOf(page.get('.panel'));
    expect(panel.split(MARKUP).length).to.be.greaterThan(12);
    expect(page.root.querySelectorAll('img, script, [onerror]')).to.have.length(0);
    page.rows[0]!.querySelector<HTMLElement>('[aria-haspopup="menu"]')!.click();
    await page.until(() => page.find('#menu:popover-open') !== null);
    expect(page.get('#menu').getAttribute('aria-label')).to.contain(MARKUP);
    expect(document.title).not.to.equal('1');
  });

  it('do not turn amounts, dates and roles around them', async () => {
    const asked = orderOf(TURNING, AMOUNT, { status: 'refund-requested' });
    const page = await readyList(backendOf([asked], { role: 'provider' }));
    page.list.installationId = '';
    await page.until(() => page.find('.origin') !== null);
    page.rows[0]!.click();
    await page.until(() => page.find('.panel .timeline') !== null);
    for (const place of ['.panel .timeline .muted', '.panel .thread .muted']) {
      expectForward(page.get(place), '2026');
    }
    expectForward(page.get('.panel .timeline .muted'), '（');
    await page.start(TURNING, '处理退款');
    expectForward(page.get('.task-order'), '1,234.56');
    expectForward(page.get('#task > div > p'), '2026');
  });

  it('do not turn the amount of an invoice', async () => {
    const order = orderOf(TURNING, AMOUNT);
    const requested = { ...order.invoice!, status: 'requested' as const };
    const page = await readyList(
      backendOf([{ ...order, invoice: requested }], { role: 'provider' }),
    );
    await page.start(TURNING, '处理开票');
    expectForward(page.get('#task > p:not(.task-order)'), '1,234.56');
  });

  it('do not turn each other', async () => {
    const page = await openList(
      createFakeBackend({
        session: () => Promise.resolve({ ...session, role: 'member' as const }),
        installation: () => Promise.resolve({ ...installation, contacts: [TURNING, '王敏'] }),
        orders: () => Promise.reject(new Error('nothing for members')),
      }),
    );
    await page.until('王敏');
    expectForward(page.get('.state'), '和王敏');
  });
});

describe('the page to pay on', () => {
  const templates: [template: string, expected: string | null][] = [
    ['javascript:alert(1)//{orderId}', null],
    [' java\nscript:alert(1)', null],
    ['JAVASCRIPT:alert(1)', null],
    ['data:text/html,{orderId}', null],
    ['blob:https://example.com/{orderId}', null],
    ['https://pay.example/?o={orderId}', 'https://pay.example/?o='],
  ];
  const ids = [
    'a/../../b?c#d&e=f',
    '"><script>',
    'javascript:alert(1)',
    '{orderId}',
    '订单 1',
    '%2e%2e/',
  ];

  for (const [template, expected] of templates) {
    it(`is none but a web page's: ${JSON.stringify(template)}`, async () => {
      const orders = ids.map((id) => orderOf(id, AMOUNT, { status: 'pending', paidAt: null }));
      const page = await readyList(backendOf(orders), { attributes: { 'pay-url': template } });
      const links = page.rows.flatMap((row) => [...row.querySelectorAll<HTMLAnchorElement>('a')]);
      expect(links.map(({ href }) => href)).to.deep.equal(
        expected === null ? [] : ids.map((id) => expected + encodeURIComponent(id)),
      );
    });
  }
});

/** The characters of this stretch of text stand from left to right, as they are written. */
function expectForward(element: HTMLElement, text: string): void {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const start = node.textContent!.indexOf(text);
    if (start < 0) continue;
    const lefts = Array.from({ length: text.length }, (_, index) => {
      const range = document.createRange();
      range.setStart(node, start + index);
      range.setEnd(node, start + index + 1);
      return range.getBoundingClientRect().left;
    });
    expect(lefts, text).to.deep.equal([...lefts].sort((a, b) => a - b));
    return;
  }
  throw new Error(`There is no ${text} in ${element.textContent}`);
}
