import { ensure, equal, present, refused } from '../assert.js';
import type { ContractCheck } from '../harness.js';
import { freshKey, launched, order } from '../scene.js';

const TEN = { kind: 'new', seats: 10, cycles: 1 } as const;
const INPUT = { category: 'service', text: '电话没人接', contact: '13800000000' } as const;

/** SPEC §5 "Complaint". */
export const complaintChecks: Record<string, ContractCheck> = {
  'a complaint is filed, answered and closed, and the provider sees it': async (make) => {
    const scene = await launched(await make());
    const { administrator, operator, provider } = scene;
    const made = await order(scene, TEN);
    const key = freshKey();
    const filed = await administrator.fileComplaint(made.id, { ...INPUT, key });
    const again = await administrator.fileComplaint(made.id, { ...INPUT, key });
    equal(again.complaints.length, 1, 'one key, one complaint');
    const [complaint] = filed.complaints;
    equal(
      [complaint?.status, complaint?.category, complaint?.messages[0]?.text],
      ['filed', 'service', INPUT.text],
      'filed',
    );
    const answered = await operator.answerComplaint(made.id, { text: '已转达', close: false });
    equal(answered.complaints[0]?.status, 'answered', 'answered');
    const twice = await operator.answerComplaint(made.id, { text: '已转达', close: false });
    equal(twice.complaints[0]?.messages.length, 2, 'the same answer delivered again is one');
    await operator.answerComplaint(made.id, { text: '已解决', close: false });
    const closed = await operator.answerComplaint(made.id, { text: '已解决', close: true });
    const last = present(closed.complaints[0], 'the complaint');
    equal([last.status, last.messages.length], ['closed', 3], 'closed, with all that was said');
    ensure(last.closedAt !== null, 'and when');
    equal((await provider.order(made.id)).complaints.length, 1, 'the provider sees it');
  },

  'one complaint of an order is open at a time': async (make) => {
    const scene = await launched(await make());
    const { administrator, operator } = scene;
    const made = await order(scene, TEN);
    const nothing = operator.answerComplaint(made.id, { text: '?', close: false });
    await refused(nothing, 'conflict', 'nothing to answer', 'no-open-complaint');
    await administrator.fileComplaint(made.id, { ...INPUT, key: freshKey() });
    const second = administrator.fileComplaint(made.id, { ...INPUT, key: freshKey() });
    await refused(second, 'conflict', 'one open', 'complaint-open');
    await operator.answerComplaint(made.id, { text: '已解决', close: true });
    const later = await administrator.fileComplaint(made.id, { ...INPUT, key: freshKey() });
    equal(later.complaints.length, 2, 'another one afterwards');
  },

  'a complaint without a text is refused': async (make) => {
    const scene = await launched(await make());
    const made = await order(scene, TEN);
    const empty = { ...INPUT, text: '   ', key: freshKey() };
    await refused(scene.administrator.fileComplaint(made.id, empty), 'invalid', 'no text');
  },
};
