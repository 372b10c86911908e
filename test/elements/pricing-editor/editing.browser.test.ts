import { expect } from '@open-wc/testing';
import {
  choose,
  click,
  field,
  find,
  focused,
  heard,
  issuesOf,
  leave,
  maybe,
  mount,
  textOf,
  type,
  world,
} from './mount.js';
import type { PricingEditor } from '../../../src/elements/pricing-editor/pricing-editor.js';
import type { Policy } from '../../../src/domain/index.js';

const perSeat = (editor: PricingEditor) => editor.value?.rule;

describe('typing a policy', () => {
  let editor: PricingEditor;
  beforeEach(async () => {
    editor = await mount(world());
  });

  it('keeps an amount as typed and prints it in full on leaving', async () => {
    await type(editor, 'cap-amount', '￥１２００.5');
    expect(field(editor, 'cap-amount').value).to.equal('￥１２００.5');
    expect(editor.value?.priceCap?.amount).to.equal(120_050);
    await leave(editor, 'cap-amount');
    expect(field(editor, 'cap-amount').value).to.equal('1,200.50');
    expect(editor.value?.priceCap?.amount).to.equal(120_050);
  });

  it('never brings a number within its limits: it says the limits', async () => {
    await type(editor, 'trial-days', '90');
    await leave(editor, 'trial-days');
    expect(field(editor, 'trial-days').value).to.equal('90');
    expect(field(editor, 'trial-days').getAttribute('aria-invalid')).to.equal('true');
    expect(issuesOf(editor, 'trial-days')).to.contain('1 到 60');
    expect(field(editor, 'trial-days').getAttribute('aria-describedby')).to.contain(
      'trial-days-issues',
    );
    expect(editor.value).to.equal(null);
  });

  it('tells the host of every edit, with the policy or with what is wrong', async () => {
    const { detail } = await heard(editor, 'policy-changed', () =>
      type(editor, 'trial-days', '20'),
    );
    expect(detail.valid).to.equal(true);
    expect(detail.policy?.trial.days).to.equal(20);
    const { detail: wrong } = await heard(editor, 'policy-changed', () =>
      type(editor, 'trial-days', '二十'),
    );
    expect(wrong).to.deep.equal({
      policy: null,
      valid: false,
      issues: [{ code: 'not-number', path: 'trial.days' }],
    });
  });

  it('lets no native event of its fields out', async () => {
    let leaked = 0;
    editor.addEventListener('input', () => leaked++);
    await type(editor, 'trial-days', '20');
    expect(leaked).to.equal(0);
  });

  it('keeps both sides of a choice', async () => {
    await type(editor, 'tier-1-amount', '2,345');
    await choose(editor, 'rule-type', 'per-seat');
    await type(editor, 'unit-amount', '120');
    expect(perSeat(editor)).to.deep.equal({ type: 'per-seat', unitAmount: 12_000 });
    await choose(editor, 'rule-type', 'tiered');
    expect(field(editor, 'tier-1-amount').value).to.equal('2,345');
    await choose(editor, 'rule-type', 'per-seat');
    expect(field(editor, 'unit-amount').value).to.equal('120');
  });

  it('keeps the amounts of both kinds of a tier', async () => {
    const kind = find(editor, '#tier-1-priced', HTMLSelectElement);
    const change = async (value: string) => {
      kind.value = value;
      kind.dispatchEvent(new Event('change', { bubbles: true }));
      await editor.updateComplete;
    };
    await change('unit');
    expect(field(editor, 'tier-1-amount').value).to.equal('');
    await type(editor, 'tier-1-amount', '150');
    await change('flat');
    expect(field(editor, 'tier-1-amount').value).to.equal('1,980');
    await change('unit');
    expect(field(editor, 'tier-1-amount').value).to.equal('150');
  });

  it('adds a tier, goes to the bound that is missing, and says so', async () => {
    await click(editor, '#add-tier');
    await editor.updateComplete;
    expect(focused(editor)).to.equal('tier-3-upTo');
    expect(textOf(editor, 'p[role="status"]')).to.equal('已添加第 4 级。');
    expect(maybe(editor, '#tier-3-upTo-issues:not([hidden])')).to.equal(null);
    await type(editor, 'tier-3-upTo', '40');
    expect(issuesOf(editor, 'tier-3-upTo')).to.contain('至少 51');
    await type(editor, 'tier-3-upTo', '200');
    await type(editor, 'tier-4-amount', '80');
    expect(editor.value?.rule).to.deep.include({ type: 'tiered', mode: 'volume' });
    expect(textOf(editor, '.tiers .row:last-child .from')).to.equal('201–');
  });

  it('removes a tier and stays in the table', async () => {
    await click(editor, '.tiers .row:nth-child(2) .row-tools .icon-button:last-child');
    await editor.updateComplete;
    expect(focused(editor)).to.equal('tier-3-upTo');
    expect((editor.value?.rule as { tiers: unknown[] }).tiers).to.have.length(2);
    await click(editor, '.tiers .row:nth-child(2) .row-tools .icon-button:last-child');
    await click(editor, '.tiers .row:nth-child(1) .row-tools .icon-button:last-child');
    await editor.updateComplete;
    expect(focused(editor)).to.equal('add-tier');
    expect(issuesOf(editor, 'tiers')).to.contain('还没有任何一级');
  });

  it('shows the limits of an offer where they apply', async () => {
    expect(textOf(editor, '#offer')).to.contain('7 折');
    await type(editor, 'step-1-benefit', '9');
    expect(issuesOf(editor, 'step-1-benefit')).to.contain('9 折填 90');
    await choose(editor, 'offer', 'gift');
    expect(textOf(editor, '#offer')).to.contain('35%');
    expect(textOf(editor, '.steps .row')).to.contain('最多 255 天');
    await type(editor, 'step-1-benefit', '256');
    expect(issuesOf(editor, 'step-1-benefit')).to.contain('255');
    await choose(editor, 'offer', 'none');
    expect(editor.value?.offer).to.equal(null);
  });

  it('undoes everything, and gives it back', async () => {
    await type(editor, 'trial-days', '三十');
    await click(editor, '#undo');
    await editor.updateComplete;
    expect(field(editor, 'trial-days').value).to.equal('15');
    expect(focused(editor)).to.equal('recover');
    await click(editor, '#recover');
    expect(field(editor, 'trial-days').value).to.equal('三十');
  });

  it('goes to the first fault instead of publishing', async () => {
    await type(editor, 'max-seats', '2');
    await click(editor, '#publish');
    await editor.updateComplete;
    expect(focused(editor)).to.equal('min-seats');
    expect(issuesOf(editor, 'seat-limits')).to.contain('起售人数不能大于最多购买');
    expect(find(editor, '#review-dialog', HTMLDialogElement).open).to.equal(false);
  });
});

describe('a policy with everything wrong', () => {
  const wrong: unknown = {
    currency: 'XYZ',
    trial: { days: 50, extraDays: 20 },
    cycle: 'year',
    rule: {
      type: 'tiered',
      mode: 'volume',
      tiers: [
        { upTo: 50, flatAmount: 'free' },
        { upTo: 20, unitAmount: 1e9 },
        { upTo: null, unitAmount: 9_000 },
        { upTo: '一百' },
      ],
    },
    offer: {
      type: 'discount',
      steps: [
        { minCycles: 0, payPercent: 9 },
        { minCycles: 0, payPercent: 88.888 },
      ],
    },
    seatLimits: { min: 9, max: 3 },
    priceCap: { amount: -1, per: 'order' },
    expansion: 'new-term',
  };

  it('shows every fault beside its field once somebody wants to go on, and keeps every text', async () => {
    const editor = await mount(null, '');
    editor.value = wrong as Policy;
    await editor.updateComplete;
    expect(editor.reportValidity()).to.equal(false);
    await editor.updateComplete;
    const places = [
      'trial',
      'tier-1-amount',
      'tier-2-upTo',
      'tier-2-amount',
      'tier-3-upTo',
      'tier-4-upTo',
      'tier-4-amount',
      'step-1-minCycles',
      'step-1-benefit',
      'step-2-minCycles',
      'step-2-benefit',
      'seat-limits',
      'cap-amount',
      'currency',
    ];
    for (const id of places) expect(issuesOf(editor, id), id).not.to.equal('');
    expect(field(editor, 'tier-1-amount').value).to.equal('free');
    expect(field(editor, 'tier-4-upTo').value).to.equal('一百');
    expect(textOf(editor, '.problem')).to.contain('处需要修改');
  });
});
