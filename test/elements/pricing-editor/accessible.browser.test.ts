import { expect } from '@open-wc/testing';
import { waitUntil } from '../../helpers/wait-until.js';
import { fullPolicy } from './draft/drafts.js';
import { choose, click, colleague, find, ID, maybe, mount, type, world } from './mount.js';
import type { PricingEditor } from '../../../src/elements/pricing-editor/pricing-editor.js';

async function inBothThemes(editor: PricingEditor): Promise<void> {
  for (const theme of ['light', 'dark'] as const) {
    editor.theme = theme;
    await editor.updateComplete;
    // Colours on their way from one theme to the other belong to neither.
    for (const animation of editor.shadowRoot!.getAnimations()) animation.finish();
    const page = document.documentElement;
    page.style.background = theme === 'dark' ? '#17191d' : '#ffffff';
    await expect(editor).to.be.accessible();
    page.style.background = '';
  }
}

describe('pricing-editor is accessible', () => {
  it('as published', async () => inBothThemes(await mount(world())));

  it('with faults, every part of the form open', async () => {
    const editor = await mount(world());
    await type(editor, 'tier-1-amount', 'free');
    await type(editor, 'step-1-benefit', '9');
    await type(editor, 'max-seats', '2');
    await inBothThemes(editor);
  });

  it('with every line of the picture and paid time to credit', async () => {
    const editor = await mount(world());
    await type(editor, 'tier-3-amount', '120');
    await click(editor, '#plot-lengths');
    await choose(editor, 'sample-holding', 'paid');
    await type(editor, 'segment-1-value', 'gratis');
    await inBothThemes(editor);
  });

  for (const folded of ['.as-table', '.common-orders']) {
    it(`with ${folded} open`, async () => {
      const editor = await mount(world());
      await click(editor, `${folded} > summary`);
      await waitUntil(() => maybe(editor, `${folded} table`));
      await expect(editor).to.be.accessible();
    });
  }

  it('in a conflict', async () => {
    const backend = world();
    const editor = await mount(backend);
    await type(editor, 'trial-days', '30');
    await colleague(backend).publishPolicy(ID, {
      policy: { ...fullPolicy, seatLimits: null },
      baseVersion: 1,
    });
    await waitUntil(() => maybe(editor, '#conflict'));
    await inBothThemes(editor);
  });

  it('in the review', async () => {
    const editor = await mount(world());
    await type(editor, 'trial-days', '30');
    await click(editor, '#publish');
    await waitUntil(() => find(editor, '#review-dialog', HTMLDialogElement).open);
    await inBothThemes(editor);
  });

  it('to whoever may only look', async () =>
    inBothThemes(await mount(world({ session: 'operator' }))));

  it('without a backend', async () => inBothThemes(await mount(null)));

  it('names each field of a row and ties its faults to it', async () => {
    const editor = await mount(world());
    await type(editor, 'tier-2-upTo', '1.5');
    const input = find(editor, '#tier-2-upTo', HTMLInputElement);
    expect(input.getAttribute('aria-label')).to.contain('第 2 级');
    expect(input.getAttribute('aria-invalid')).to.equal('true');
    const described = input.getAttribute('aria-describedby')!;
    expect(find(editor, `#${described}`).textContent).to.contain('整数');
  });
});
