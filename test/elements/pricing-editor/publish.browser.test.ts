import { expect } from '@open-wc/testing';
import { waitUntil } from '../../helpers/wait-until.js';
import { fullPolicy } from './draft/drafts.js';
import {
  click,
  colleague,
  field,
  find,
  focused,
  heard,
  ID,
  maybe,
  mount,
  settled,
  textOf,
  type,
  world,
} from './mount.js';
import type { PricingEditor } from '../../../src/elements/pricing-editor/pricing-editor.js';

const CONFIRM = '#review-dialog .dialog-actions .primary';
const isOpen = (editor: PricingEditor, id: string) =>
  find(editor, `#${id}`, HTMLDialogElement).open;

/** Each part of a conflict with its values; the one that is chosen stands in brackets. */
function conflictRows(editor: PricingEditor): string[] {
  return [...find(editor, '.conflict tbody').querySelectorAll('tr')].map((row) =>
    [...row.cells]
      .map((cell) => {
        const lines = [...cell.querySelectorAll('.line')].map((line) => line.textContent.trim());
        const text = lines.length > 0 ? lines.join('，') : cell.textContent.trim();
        return cell.querySelector<HTMLInputElement>('input')?.checked ? `[${text}]` : text;
      })
      .join(' ')
      .replace(/\s+/g, ' '),
  );
}

async function review(editor: PricingEditor): Promise<void> {
  await click(editor, '#publish');
  await waitUntil(() => isOpen(editor, 'review-dialog'));
}

describe('publishing', () => {
  it('shows what changes, then publishes and tells the host', async () => {
    const backend = world();
    const editor = await mount(backend);
    await type(editor, 'trial-days', '30');
    await review(editor);
    expect(textOf(editor, '#review-dialog .changes tbody')).to.equal('试用时间 15 天 30 天');
    const { detail } = await heard(editor, 'policy-published', () => find(editor, CONFIRM).click());
    expect(detail.published.version).to.equal(2);
    await settled(editor);
    expect(isOpen(editor, 'review-dialog')).to.equal(false);
    expect((await backend.policy(ID))?.policy.trial.days).to.equal(30);
    expect(textOf(editor, 'p[role="status"]')).to.equal('已发布版本 2。');
    expect(textOf(editor, '.bar')).to.contain('与已发布的版本 2 相同');
    expect(textOf(editor, '#publish')).to.contain('v3');
    expect(maybe(editor, '#conflict')).to.equal(null);
  });

  it('can be prevented by the host', async () => {
    const backend = world();
    const editor = await mount(backend);
    await type(editor, 'trial-days', '30');
    await review(editor);
    let asked: unknown;
    editor.addEventListener('policy-publish', (event) => {
      asked = event.detail.baseVersion;
      event.preventDefault();
    });
    await click(editor, CONFIRM);
    expect(asked).to.equal(1);
    expect((await backend.policy(ID))?.version).to.equal(1);
    expect(field(editor, 'trial-days').value).to.equal('30');
  });

  it('happens once, however often it is asked for', async () => {
    const backend = world();
    const editor = await mount(backend);
    await type(editor, 'trial-days', '30');
    await review(editor);
    let events = 0;
    editor.addEventListener('policy-publish', () => events++);
    await heard(editor, 'policy-published', () => {
      find(editor, CONFIRM).click();
      find(editor, CONFIRM).click();
      find(editor, CONFIRM).click();
    });
    expect(events).to.equal(1);
    expect((await backend.policy(ID))?.version).to.equal(2);
  });

  it('stays in the review when it fails, with the reason and nothing lost', async () => {
    const backend = world();
    const editor = await mount(backend);
    await type(editor, 'trial-days', '30');
    await review(editor);
    backend.simulation.setFaults({ publishPolicy: 'network' });
    find(editor, CONFIRM).click();
    await waitUntil(() => maybe(editor, '#review-dialog .banner'));
    expect(textOf(editor, '#review-dialog .banner')).to.contain('网络连接不上');
    expect(isOpen(editor, 'review-dialog')).to.equal(true);
    backend.simulation.setFaults({});
    await heard(editor, 'policy-published', () => find(editor, CONFIRM).click());
    expect((await backend.policy(ID))?.policy.trial.days).to.equal(30);
  });

  it('is one with an attempt whose answer was lost', async () => {
    const backend = world();
    const editor = await mount(backend);
    await type(editor, 'trial-days', '30');
    await review(editor);
    backend.simulation.setFaults({ publishPolicy: 'rubbish' });
    // It did arrive: only the answer cannot be read.
    await colleague(backend).publishPolicy(ID, {
      policy: { ...fullPolicy, trial: { days: 30, extraDays: 7 } },
      baseVersion: 1,
    });
    await waitUntil(() => textOf(editor, '.bar').includes('版本 2'));
    expect(maybe(editor, '#conflict')).to.equal(null);
  });

  it('has nothing to do where nothing changed', async () => {
    const editor = await mount(world());
    await click(editor, '#publish');
    expect(textOf(editor, 'p[role="status"]')).to.contain('没有可发布的修改');
    expect(isOpen(editor, 'review-dialog')).to.equal(false);
  });

  it('waits for the merchant account and the authorisation, and says which is missing', async () => {
    const backend = world({
      published: null,
      facts: { merchantAccountOpened: true, customerAuthorized: false },
    });
    const editor = await mount(backend);
    await type(editor, 'unit-amount', '120');
    await click(editor, '#publish');
    expect(textOf(editor, 'footer [role="alert"]')).to.contain('企业');
    expect(isOpen(editor, 'review-dialog')).to.equal(false);
    await backend.simulation.installations.update(ID, { customerAuthorized: true });
    await waitUntil(() => !maybe(editor, 'footer [role="alert"]'));
    await review(editor);
    expect(textOf(editor, '#review-dialog')).to.contain('第一次发布');
  });
});

describe('publishing after somebody else did', () => {
  const theirs = {
    ...fullPolicy,
    expansion: 'new-term' as const,
    seatLimits: { min: 10, max: 500 },
  };

  it('shows both changes, and goes on from theirs with nothing lost', async () => {
    const backend = world();
    const editor = await mount(backend);
    await type(editor, 'trial-days', '30');
    await type(editor, 'max-seats', '300');
    await colleague(backend).publishPolicy(ID, { policy: theirs, baseVersion: 1 });
    await waitUntil(() => maybe(editor, '#conflict'));
    expect(field(editor, 'trial-days').value).to.equal('30');
    expect(conflictRows(editor)).to.deep.equal([
      '试用时间 15 天 未改 [30 天]',
      '起售人数 5 人 [10 人] 未改',
      '最多购买 500 人 未改 [300 人]',
      '扩容方式 到期时间不变 [重新计时] 未改',
    ]);
    await click(editor, '#publish');
    await editor.updateComplete;
    expect(focused(editor)).to.equal('conflict');

    await click(editor, '.conflict .primary');
    await review(editor);
    await heard(editor, 'policy-published', () => find(editor, CONFIRM).click());
    const published = await backend.policy(ID);
    expect(published?.version).to.equal(3);
    expect(published?.policy).to.deep.equal({
      ...theirs,
      trial: { days: 30, extraDays: 7 },
      seatLimits: { min: 10, max: 300 },
    });
  });

  it('is told by the backend too, when nobody said so before', async () => {
    const backend = world();
    const deaf = { ...backend, watch: () => () => undefined };
    const editor = await mount(deaf);
    await type(editor, 'trial-days', '30');
    await colleague(backend).publishPolicy(ID, { policy: theirs, baseVersion: 1 });
    await review(editor);
    find(editor, CONFIRM).click();
    await waitUntil(() => maybe(editor, '#conflict'));
    await waitUntil(() => focused(editor) === 'conflict');
    expect(isOpen(editor, 'review-dialog')).to.equal(false);
    expect(field(editor, 'trial-days').value).to.equal('30');
  });

  it('can give way, and even then the draft can be had back', async () => {
    const backend = world();
    const editor = await mount(backend);
    await type(editor, 'trial-days', '三十');
    await colleague(backend).publishPolicy(ID, { policy: theirs, baseVersion: 1 });
    await waitUntil(() => maybe(editor, '#conflict'));
    await click(editor, '#drop-draft');
    expect(field(editor, 'trial-days').value).to.equal('15');
    expect(field(editor, 'min-seats').value).to.equal('10');
    await click(editor, '#recover');
    expect(field(editor, 'trial-days').value).to.equal('三十');
  });
});

describe('submitting and launching', () => {
  it('goes step by step, asks once before the trial begins, and tells the host', async () => {
    const backend = world();
    await backend.simulation.clock.set('2026-03-01T08:00:00.000Z');
    const editor = await mount(backend);
    editor.timeZone = 'Asia/Shanghai';
    const submitted = await heard(editor, 'installation-submitted', () =>
      find(editor, '.checklist button').click(),
    );
    expect(submitted.detail.installation.submittedAt).not.to.equal(null);
    await waitUntil(() => maybe(editor, '#launch'));

    await click(editor, '#launch');
    await waitUntil(() => isOpen(editor, 'launch-dialog'));
    expect(textOf(editor, '#launch-dialog')).to.contain('2026-03-16 16:00');
    expect((await backend.installation(ID)).launchedAt).to.equal(null);
    const launched = await heard(editor, 'installation-launched', () =>
      find(editor, '#launch-dialog .primary').click(),
    );
    expect(launched.detail.installation.launchedAt).not.to.equal(null);
    await settled(editor);
    expect(isOpen(editor, 'launch-dialog')).to.equal(false);
    expect(maybe(editor, '.checklist button')).to.equal(null);
    expect(editor.shadowRoot!.querySelectorAll('.checklist .done')).to.have.length(5);
    expect(textOf(editor, 'p[role="status"]')).to.contain('试用到 2026-03-16');
  });

  it('says why a step failed, and lets it be tried again', async () => {
    const backend = world();
    const editor = await mount(backend);
    backend.simulation.setFaults({ submit: 'unavailable' });
    find(editor, '.checklist button').click();
    await waitUntil(() => maybe(editor, '.checklist .banner'));
    expect(textOf(editor, '.checklist .banner')).to.contain('服务暂时不可用');
    backend.simulation.setFaults({});
    find(editor, '.checklist button').click();
    await waitUntil(() => maybe(editor, '#launch'));
    expect(maybe(editor, '.checklist .banner')).to.equal(null);
  });
});
