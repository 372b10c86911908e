import { expect } from '@open-wc/testing';
import { AMOUNTS, backendOf, LONG_WORD, orderOf } from './heavy-orders.js';
import { readyList, type ListPage } from './page.js';
import { createWorld, eventful, refundAsked } from './world.js';

const BOXES = [
  { name: 'a wide box', width: 1240 },
  { name: 'a phone', width: 360 },
];

for (const { name, width } of BOXES) {
  describe(`in ${name} everybody can use`, () => {
    for (const theme of ['light', 'dark']) {
      it(`the menu, what is impossible told in it, in ${theme}`, async () => {
        const page = await open(width, theme);
        await openMenu(page);
        expect(page.find('#menu [aria-disabled="true"]')).to.exist;
        await expect(page.list).to.be.accessible();
      });

      it(`the details, with all that folds open, in ${theme}`, async () => {
        const page = await open(width, theme);
        page.rows[1]!.click();
        await page.until(() => page.find('.panel-top') !== null);
        for (const details of page.root.querySelectorAll('details')) details.open = true;
        await expect(page.list).to.be.accessible();
      });

      it(`a box of the filters, in ${theme}`, async () => {
        const page = await open(width, theme);
        page.get('#chip-time').click();
        await page.until(() => page.find('#box-time:popover-open') !== null);
        await expect(page.list).to.be.accessible();
      });
    }

    it('a dialog that was overtaken', async () => {
      const world = createWorld({ chapter: refundAsked, session: 'provider' });
      const page = await readyList(world, { width });
      await page.start(page.ids[0]!, '处理退款');
      page.get('input[value="approve"]').click();
      const other = world.simulation.as('provider');
      await other.decideRefund(page.ids[0]!, { decision: 'reject', reason: '席位已经使用' });
      await page.until('订单已更新为最新状态');
      await expect(page.list).to.be.accessible();
    });

    it('the heaviest orders', async () => {
      const orders = AMOUNTS.map((amount, index) => orderOf(`${LONG_WORD}${index}`, amount));
      const page = await readyList(backendOf(orders, { role: 'operator' }), { width });
      page.rows[0]!.click();
      await page.until(() => page.find('.panel-top') !== null);
      await expect(page.list).to.be.accessible();
    });
  });
}

describe('by keys alone', () => {
  it('an order is cancelled, and the focus is never lost', async () => {
    const page = await open(1240, 'light');
    page.rows[0]!.querySelector<HTMLElement>('[aria-haspopup="menu"]')!.focus();
    page.focused!.dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 0 }));
    await page.until(() => page.focused?.closest('#menu') !== null);
    while (page.focused?.getAttribute('data-action') !== 'cancel') await page.press('ArrowDown');
    (page.focused as HTMLElement).click();
    await page.until(() => page.find('#task-dialog[open]') !== null);
    await page.until(() => page.focused?.closest('#task-dialog') !== null);
    page.get('#task-dialog button[type="submit"]').focus();
    (page.focused as HTMLElement).click();
    await page.until('订单已取消。');
    await page.until(() => page.focused?.closest('tr, .panel') !== null && page.focused !== null);
  });

  it('the menu gives the focus back to its button', async () => {
    const page = await open(360, 'light');
    const opener = await openMenu(page);
    await page.press('Escape');
    expect(page.focused).to.equal(opener);
  });
});

async function open(width: number, theme: string): Promise<ListPage> {
  const page = await readyList(createWorld({ chapter: eventful }), {
    width,
    attributes: { theme },
  });
  if (theme === 'dark') page.list.parentElement!.style.background = '#17191d';
  await page.until(() => page.find('#menu') !== null);
  return page;
}

async function openMenu(page: ListPage): Promise<HTMLElement> {
  const opener = page.rows[0]!.querySelector<HTMLElement>('[aria-haspopup="menu"]')!;
  opener.focus();
  opener.click();
  await page.until(() => page.find('#menu:popover-open [role="menuitem"]') !== null);
  return opener;
}
