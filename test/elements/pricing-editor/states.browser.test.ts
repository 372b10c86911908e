import { expect, fixture, html } from '@open-wc/testing';
import type { PricingEditor } from '../../../src/elements/pricing-editor/pricing-editor.js';
import { provideBackend } from '../../../src/ui/provide-backend.js';
import { waitUntil } from '../../helpers/wait-until.js';
import { find, ID, maybe, mount, settled, textOf, world } from './mount.js';

describe('pricing-editor states', () => {
  it('says that there is no backend, and works once one comes', async () => {
    const page = await fixture<HTMLElement>(
      html`<div><pricing-editor lang="zh-CN" installation-id=${ID}></pricing-editor></div>`,
    );
    const editor = page.querySelector<PricingEditor>('pricing-editor')!;
    await settled(editor);
    expect(textOf(editor, '.state')).to.contain('还没有连接计费服务');

    const provided = provideBackend(page, world());
    await waitUntil(() => maybe(editor, 'form'));
    expect(textOf(editor, '.checklist')).to.contain('版本 1');

    provided.set(null);
    await waitUntil(() => maybe(editor, '.state.no-backend'));
  });

  it('says that no app was named', async () => {
    const editor = await mount(world(), '');
    expect(textOf(editor, '.state')).to.contain('还没有指定应用');
  });

  it('is a skeleton while it loads', async () => {
    const backend = world();
    backend.simulation.setFaults({ policy: 'hang' });
    const editor = await fixture<PricingEditor>(
      html`<pricing-editor installation-id=${ID} .backend=${backend}></pricing-editor>`,
    );
    expect(find(editor, '.editor').getAttribute('aria-busy')).to.equal('true');
    expect(editor.shadowRoot!.querySelectorAll('.skeleton')).to.have.length(3);
  });

  it('says what failed and tries again', async () => {
    const backend = world();
    backend.simulation.setFaults({ installation: 'network' });
    const editor = await mount(backend);
    expect(textOf(editor, '.state')).to.contain('网络连接不上');
    backend.simulation.setFaults({});
    find(editor, '.state button').click();
    await waitUntil(() => maybe(editor, 'form'));
  });

  for (const call of ['session', 'installation', 'policy'] as const) {
    it(`takes rubbish for a failure: ${call}`, async () => {
      const backend = world();
      backend.simulation.setFaults({ [call]: 'rubbish' });
      const editor = await mount(backend);
      expect(textOf(editor, '.state.failed')).to.contain('收到的数据有误');
    });
  }

  it('begins with the terms and without a price where nothing is published', async () => {
    const editor = await mount(world({ published: null }));
    expect(textOf(editor, '.notes')).to.contain('还没有定价策略');
    expect(find(editor, '#unit-amount', HTMLInputElement).value).to.equal('');
    expect(maybe(editor, '.field-issues:not([hidden])')).to.equal(null);
  });

  it('shows what is published', async () => {
    const editor = await mount(world());
    const tiers = [...editor.shadowRoot!.querySelectorAll('.tiers .row')];
    expect(tiers).to.have.length(3);
    expect(textOf(editor, '.bar')).to.contain('与已发布的版本 1 相同');
  });

  it('keeps what it shows when asking again fails, and says so', async () => {
    const backend = world();
    const editor = await mount(backend);
    backend.simulation.setFaults({ installation: 'network' });
    await backend.simulation.as('provider').submit(ID);
    await waitUntil(() => maybe(editor, '.notes .banner'));
    expect(textOf(editor, '.notes')).to.contain('可能不是最新内容');
    expect(maybe(editor, 'form')).not.to.equal(null);
    backend.simulation.setFaults({});
    find(editor, '.notes button').click();
    await waitUntil(() => !maybe(editor, '.notes .banner'));
    expect(textOf(editor, '.checklist .open')).to.contain('上线');
  });

  it('turns to another installation', async () => {
    const backend = world();
    await backend.simulation.installations.create('other');
    const editor = await mount(backend);
    localStorage.removeItem('seatkit:pricing-draft:other');
    editor.installationId = 'other';
    await waitUntil(() => maybe(editor, '#unit-amount'));
    expect(textOf(editor, '.checklist')).not.to.contain('版本 1');
  });

  it('follows what others do while nothing was changed here', async () => {
    const backend = world();
    const editor = await mount(backend);
    const { policy } = (await backend.policy(ID))!;
    await backend.simulation.as('provider').publishPolicy(ID, {
      policy: { ...policy, trial: { days: 20, extraDays: null } },
      baseVersion: 1,
    });
    await waitUntil(() => find(editor, '#trial-days', HTMLInputElement).value === '20');
    expect(maybe(editor, '#conflict')).to.equal(null);
    expect(textOf(editor, '#publish')).to.contain('v3');
  });
});

describe('pricing-editor for other roles', () => {
  it('shows everything, says that it cannot be changed, and changes nothing', async () => {
    const editor = await mount(world({ session: 'operator' }));
    expect(textOf(editor, '.notes')).to.contain('没有权限');
    const controls = [...find(editor, '.form').querySelectorAll<HTMLInputElement>('input, select')];
    expect(controls.length).to.be.greaterThan(20);
    expect(controls.filter((control) => !control.matches(':disabled'))).to.deep.equal([]);
    expect(maybe(editor, 'footer')).to.equal(null);
    expect(maybe(editor, '.checklist button')).to.equal(null);
    expect(find(editor, '#sample-seats', HTMLInputElement).disabled).to.equal(false);
  });

  it('says that there is nothing yet', async () => {
    const editor = await mount(world({ session: 'operator', published: null }));
    expect(textOf(editor, '.state.empty')).to.contain('服务商还没有为这个应用定价');
  });
});
