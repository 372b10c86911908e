import { expect } from '@open-wc/testing';
import { click, find, heard, ID, mount, textOf, world } from '../mount.js';
import { waitUntil } from '../../../helpers/wait-until.js';

describe('the way to launch', () => {
  it('says at each step what comes next and who does it', async () => {
    const backend = world({
      published: null,
      facts: { merchantAccountOpened: false, customerAuthorized: false },
    });
    await backend.simulation.clock.set('2026-03-01T08:00:00.000Z');
    await backend.simulation.installations.update(ID, { customerName: '星河科技' });
    const editor = await mount(backend);
    editor.timeZone = 'Asia/Shanghai';
    const next = (text: string) => waitUntil(() => textOf(editor, '#next-step').includes(text));
    await next('下一步（服务商）：在平台开通商户号');
    await backend.simulation.installations.update(ID, { merchantAccountOpened: true });
    await next('下一步（星河科技的管理员）：授权这个应用');
    await backend.simulation.installations.update(ID, { customerAuthorized: true });
    await next('下一步（服务商）：填写定价策略并发布');
    await click(editor, '.cards #template-perSeat');
    await click(editor, '#publish');
    await heard(editor, 'policy-published', () =>
      find(editor, '#review-dialog .dialog-actions .primary').click(),
    );
    await next('下一步（服务商）：提交上线');
    expect(textOf(editor, '.tools')).to.contain('使用中：版本 1');
    await heard(editor, 'installation-submitted', () => find(editor, '.checklist button').click());
    await next('下一步（服务商）：上线');

    await click(editor, '#launch');
    await waitUntil(() => find(editor, '#launch-dialog', HTMLDialogElement).open);
    const text = textOf(editor, '#launch-dialog');
    expect(text).to.contain('共 15 天，到 2026-03-16 16:00 结束');
    expect(text).to.contain('试用结束后应用停用，直到客户购买');
    expect(text).to.contain('时间按 Asia/Shanghai 显示');
    await heard(editor, 'installation-launched', () =>
      find(editor, '#launch-dialog .primary').click(),
    );
    await next('客户正在试用，到 2026-03-16 16:00 结束');
  });
});
