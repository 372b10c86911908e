import { expect } from '@open-wc/testing';
import type { Role } from '../../../src/contract/index.js';
import type { EntitlementState } from '../../../src/domain/index.js';
import { FACTS, answerOf, bought, inDays } from './answers.js';
import { AnsweringBackend } from './answering-backend.js';
import { openGate, openedGate } from './gate-page.js';

interface Stop {
  title: string;
  says: string;
  administrator: string[];
  /** Whom a member is sent to; '' where nobody can help yet. */
  member: string;
  provider: string;
}

const ASK = '请联系管理员：王敏和李强。';
const WAIT = '等待企业管理员处理。';

const STOPS: Partial<Record<EntitlementState, Stop>> = {
  'not-launched': {
    title: '应用还没有上线',
    says: '云杉软件正在准备',
    administrator: [],
    member: '',
    provider: '',
  },
  'trial-expired': {
    title: '试用已结束',
    says: '试用于 2026-03-08 16:00 结束',
    administrator: ['购买', '开启 7 天额外试用'],
    member: ASK,
    provider: WAIT,
  },
  expired: {
    title: '服务已到期',
    says: '服务于 2026-05-31 16:00 到期',
    administrator: ['续期'],
    member: ASK,
    provider: WAIT,
  },
  'over-limit-blocked': {
    title: '使用人数超出已购人数',
    says: '已购 20 人，在用 25 人',
    administrator: ['扩容'],
    member: ASK,
    provider: WAIT,
  },
};

const OPEN: EntitlementState[] = ['trial', 'extra-trial', 'active', 'over-limit'];

async function stopped(state: EntitlementState, role: Role, lang = 'zh-CN') {
  const { backend } = new AnsweringBackend(answerOf({ role, facts: FACTS[state] }));
  const page = await openGate(backend, { lang });
  await page.until(() => page.text !== '');
  expect(page.isOpen).to.equal(false);
  expect(page.gate.entitlement?.state).to.equal(state);
  return page;
}

describe('expiry-gate: each state by role', () => {
  for (const [name, stop] of Object.entries(STOPS)) {
    const state = name as EntitlementState;

    it(`${state} tells an administrator why, and what to do in place`, async () => {
      const page = await stopped(state, 'administrator');
      expect(page.text).to.contain(stop.title);
      expect(page.text).to.contain(stop.says);
      expect(page.buttons).to.deep.equal(stop.administrator);
      expect(page.text).not.to.contain(ASK);
    });

    it(`${state} tells a member why, and whom to ask`, async () => {
      const page = await stopped(state, 'member');
      expect(page.text).to.contain(stop.title);
      expect(page.buttons).to.deep.equal([]);
      if (stop.member) expect(page.text).to.contain(stop.member);
      else expect(page.text).not.to.contain('联系');
    });

    for (const role of ['provider', 'operator'] as const) {
      it(`${state} tells the ${role} why, and sells nothing`, async () => {
        const page = await stopped(state, role);
        expect(page.text).to.contain(stop.title);
        expect(page.buttons).to.deep.equal([]);
        expect(page.text.includes(WAIT)).to.equal(stop.provider !== '');
      });
    }
  }

  for (const state of OPEN) {
    for (const role of ['administrator', 'member', 'provider', 'operator'] as const) {
      it(`${state} lets the ${role} in`, async () => {
        const { backend } = new AnsweringBackend(answerOf({ role, facts: FACTS[state] }));
        const page = await openedGate(backend);
        expect(page.gate.entitlement?.state).to.equal(state);
        expect(page.gate.hasAttribute('blocked')).to.equal(false);
        expect(page.app.checkVisibility()).to.equal(true);
      });
    }
  }

  it('offers no extra trial where there is none, or it was used', async () => {
    for (const extraTrial of [null, { days: 7, startedAt: inDays(-80) }]) {
      const answer = answerOf({ facts: { extraTrial } });
      const page = await openGate(new AnsweringBackend(answer).backend);
      await page.until('试用已结束');
      expect(page.buttons).to.deep.equal(['购买']);
    }
  });

  it('knows whom to ask without their names', async () => {
    const answer = answerOf({ role: 'member', contacts: [], facts: bought(-1) });
    const page = await openGate(new AnsweringBackend(answer).backend);
    await page.until('请联系贵公司的管理员。');
  });

  it('follows a change of role', async () => {
    const world = new AnsweringBackend(answerOf({ facts: bought(-1) }));
    const page = await openGate(world.backend);
    await page.until('服务已到期');
    world.change(answerOf({ role: 'member', facts: bought(-1) }));
    await page.until(ASK);
    expect(page.buttons).to.deep.equal([]);
  });

  it("takes the host's words as text", async () => {
    const name = '<img src=x onerror=alert(1)>';
    const answer = answerOf({ providerName: name, facts: { launchedAt: null } });
    const page = await openGate(new AnsweringBackend(answer).backend);
    await page.until(name);
    expect(page.root.querySelector('img')).to.equal(null);
  });
});
