import { expect } from '@open-wc/testing';
import type { BillingBackend } from '../../../src/contract/index.js';
import type { Policy } from '../../../src/domain/index.js';
import type { PricingEditor } from '../../../src/elements/pricing-editor/pricing-editor.js';
import { waitUntil } from '../../helpers/wait-until.js';
import { fullPolicy } from './draft/drafts.js';
import {
  click,
  field,
  find,
  heard,
  ID,
  issuesOf,
  maybe,
  mount,
  textOf,
  type,
  world,
} from './mount.js';

/** An editor with a value that is no policy of this version. */
async function given(value: unknown): Promise<PricingEditor> {
  const editor = await mount(null, '');
  editor.value = value as Policy;
  await waitUntil(() => maybe(editor, '.grip, #unit-amount'), 'the form');
  await waitUntil(() => maybe(editor, '.preview:not([aria-busy])'), 'all');
  await editor.updateComplete;
  return editor;
}

const newer = {
  ...fullPolicy,
  taxes: { rate: 6 },
  rule: { ...fullPolicy.rule, rounding: 'up' },
};

describe('a policy from elsewhere', () => {
  it('names what it cannot take over, and is no value until somebody goes on without it', async () => {
    const editor = await given(newer);
    expect(textOf(editor, '.foreign')).to.contain('有 2 处无法采用');
    expect(textOf(editor, '.foreign ul')).to.match(/^rule\.rounding *taxes$/);
    expect(editor.value).to.equal(null);
    expect(editor.checkValidity()).to.equal(false);
    const { detail } = await heard(editor, 'policy-changed', () =>
      type(editor, 'trial-days', '20'),
    );
    expect(detail.issues).to.deep.equal([
      { code: 'unknown-key', path: 'rule.rounding' },
      { code: 'unknown-key', path: 'taxes' },
    ]);
    const { detail: after } = await heard(editor, 'policy-changed', () =>
      click(editor, '#accept-foreign'),
    );
    expect(after.policy).to.deep.equal({ ...fullPolicy, trial: { days: 20, extraDays: 7 } });
    await editor.updateComplete;
    expect(maybe(editor, '.foreign')).to.equal(null);
    expect(editor.checkValidity()).to.equal(true);
  });

  it('says each fault once: at its field where there is one to mend it', async () => {
    const editor = await given({ ...newer, trial: { days: 90, extraDays: null } });
    expect(issuesOf(editor, 'trial-days')).to.contain('1 到 60');
    expect(textOf(editor, '.foreign')).not.to.contain('trial');
    expect(textOf(editor, '.problem')).to.contain('3 处');
  });

  it('does not take a text for a price of a hundred times as much', async () => {
    const editor = await given({ ...fullPolicy, rule: { type: 'per-seat', unitAmount: '12000' } });
    expect(textOf(editor, '.foreign ul')).to.equal('rule.unitAmount');
    expect(editor.value).to.equal(null);
  });

  it('is asked about before anything is published', async () => {
    const editor = await mount(world());
    editor.value = newer;
    await waitUntil(() => maybe(editor, '#accept-foreign'), 'the question');
    await click(editor, '#publish');
    await editor.updateComplete;
    expect(editor.shadowRoot!.activeElement).to.equal(find(editor, '#accept-foreign'));
    expect(maybe(editor, '#review-dialog[open]')).to.equal(null);
  });

  it('is said to be wrong even before its words have come', async () => {
    const editor = await mount(null, '');
    editor.value = newer;
    await editor.updateComplete;
    await waitUntil(() => maybe(editor, '.banner'), 'a banner');
    expect(textOf(editor, '.banner')).to.match(/2 处/);
  });

  let deep: unknown = 1;
  for (let level = 0; level < 20_000; level++) deep = { deep };
  const huge = 'x'.repeat(10_000_000);
  const keys = Object.fromEntries(Array.from({ length: 50_000 }, (_, index) => [`k${index}`, 1]));
  const tier = { upTo: 5, unitAmount: 1, flatAmount: 2, note: 'x' };
  const many = Array.from({ length: 1_000_000 }, () => tier);
  const step = { minCycles: 1, days: 1e9 };
  const manySteps = Array.from({ length: 1_000_000 }, () => step);
  const polluting: unknown = JSON.parse(
    JSON.stringify(fullPolicy).replace('{', '{"__proto__":{"offer":5},"constructor":1,'),
  );
  const hostile: readonly (readonly [string, unknown])[] = [
    ['a text', 'free'],
    ['a list', [1, 2]],
    ['a number', Number.NaN],
    ['an empty object', {}],
    ['texts of 10 MB', { ...fullPolicy, currency: huge, trial: { days: huge }, cycle: huge }],
    ['keys of 10 MB', { ...fullPolicy, [huge]: 1 }],
    ['50 000 keys', { ...fullPolicy, ...keys, rule: { type: 'tiered', tiers: [keys], ...keys } }],
    ['a million tiers', { ...fullPolicy, rule: { type: 'tiered', tiers: many } }],
    ['a million steps', { ...fullPolicy, offer: { type: 'gift', steps: manySteps } }],
    ['everything nested', { ...fullPolicy, trial: deep, rule: deep, offer: deep, x: deep }],
    ['keys of prototypes', polluting],
    ['lists of nothing', { ...fullPolicy, rule: { type: 'tiered', tiers: [null, [], 'x', {}] } }],
  ];
  for (const [name, value] of hostile) {
    it(`gives issues and a form that can be used: ${name}`, async () => {
      const editor = await given(value);
      expect(editor.value).to.equal(null);
      expect(editor.checkValidity()).to.equal(false);
      const nodes = editor.shadowRoot!.querySelectorAll('*').length;
      expect(nodes).to.be.lessThan(8_000);
      expect(editor.shadowRoot!.textContent.length).to.be.lessThan(100_000);
      expect(editor.validationMessage).not.to.equal('');
      await type(editor, 'trial-days', '21');
      expect(field(editor, 'trial-days').value).to.equal('21');
      expect(({} as { offer?: unknown }).offer).to.equal(undefined);
    });
  }

  it('is refused as an answer of the backend, with a way to ask again', async () => {
    const inner = world();
    const policies: unknown[] = [newer, { ...fullPolicy, rule: { type: 'tiered', tiers: many } }];
    for (const policy of policies) {
      const backend = new Proxy<BillingBackend>(inner, {
        get(target, key) {
          if (key !== 'policy') return Reflect.get(target, key) as unknown;
          return async () => ({ ...(await inner.policy(ID)), policy });
        },
      });
      const editor = await mount(backend);
      expect(maybe(editor, '.state')?.textContent).to.contain('重试');
      expect(maybe(editor, 'form')).to.equal(null);
    }
  });
});
