import { describe, expect, it } from 'vitest';
import { entitlement, type EntitlementState } from '../../../src/domain/index.js';
import {
  noticeText,
  purchaseKind,
  purchaseWord,
  stoppedText,
} from '../../../src/elements/expiry-gate/situation.js';
import { strings as en } from '../../../src/locales/expiry-gate/en.js';
import { strings as zh } from '../../../src/locales/expiry-gate/zh-CN.js';
import { Format } from '../../../src/ui/format.js';
import { FACTS, NOW, answerOf, bought, inDays } from './answers.js';

const format = new Format('zh-CN', 'UTC');

const stateOf = (state: EntitlementState) =>
  entitlement(answerOf({ facts: FACTS[state] }).facts, NOW);

function noticeOf(facts: Parameters<typeof answerOf>[0] = {}) {
  const answer = answerOf(facts);
  return noticeText(
    zh,
    entitlement(answer.facts, answer.now),
    answer,
    format,
    Date.parse(answer.now),
  );
}

describe('what an administrator would buy', () => {
  it.each([
    ['not-launched', 'new'],
    ['trial', 'new'],
    ['extra-trial', 'new'],
    ['trial-expired', 'new'],
    ['active', 'renew'],
    ['expired', 'renew'],
    ['over-limit', 'expand'],
    ['over-limit-blocked', 'expand'],
  ] as const)('%s: %s', (state, kind) => {
    expect(purchaseKind(stateOf(state))).toBe(kind);
    expect(purchaseWord(zh, stateOf(state))).toBe(
      { new: '购买', renew: '续期', expand: '扩容' }[kind],
    );
  });
});

describe('why the app is stopped', () => {
  it.each(['not-launched', 'trial-expired', 'expired', 'over-limit-blocked'] as const)(
    '%s: says so, and that the data is kept where there is some',
    (state) => {
      for (const words of [zh, en]) {
        const answer = answerOf({ facts: FACTS[state] });
        const { title, text } = stoppedText(words, stateOf(state), answer, format);
        expect(title).not.toBe('');
        if (state === 'not-launched') expect(text).toContain('云杉软件');
        else expect(text).toMatch(/数据都还保留着|Your data is kept/);
      }
    },
  );

  it('names the end that has passed, not today', () => {
    const { text } = stoppedText(zh, stateOf('expired'), answerOf({ facts: bought(-1) }), format);
    expect(text).toContain('2026-05-31 08:00');
  });
});

describe('what the notice says', () => {
  it('is nothing far from any end', () => {
    for (const state of ['active', 'extra-trial'] as const) {
      expect(noticeOf({ facts: FACTS[state] })).toBeNull();
    }
    expect(noticeOf({ facts: bought(7), now: inDays(0, -1) })).toBeNull();
  });

  it('begins seven days before the end, to the millisecond', () => {
    expect(noticeOf({ facts: bought(7), now: inDays(0, -1) })).toBeNull();
    expect(noticeOf({ facts: bought(7), now: inDays(0) })?.text).toContain('还剩 7 天');
  });

  it('says the last day in the last 24 hours only', () => {
    expect(noticeOf({ facts: bought(1), now: inDays(0, -1) })?.text).toContain('还剩 2 天');
    expect(noticeOf({ facts: bought(1), now: inDays(0) })?.text).toContain('最后一天');
    expect(noticeOf({ facts: bought(1), now: inDays(1, -1) })?.text).toContain('最后一天');
  });

  it('lets too many seats come first, with the day the app will stop', () => {
    const notice = noticeOf({
      facts: { ...bought(3), seatsInUse: 25, overLimitSince: inDays(-5) },
    });
    expect(notice?.text).toContain('请在 2026-06-03 08:00 前扩容');
  });

  it('promises no stop before the end of the time itself, nor where none is decided', () => {
    const sooner = { ...bought(3), seatsInUse: 25, overLimitSince: inDays(0) };
    expect(noticeOf({ facts: sooner })?.text).toContain('请及时扩容');
    const undecided = { ...bought(200), seatsInUse: 25 };
    expect(noticeOf({ facts: undecided })?.text).toContain('请及时扩容');
  });

  it('is another one for another end, and the same one each day', () => {
    const key = (days: number, now = NOW) => noticeOf({ facts: bought(days), now })?.key;
    expect(key(5)).toBe(key(5, inDays(2)));
    expect(key(5)).not.toBe(key(6));
    expect(key(5)).not.toBe(noticeOf({ facts: { launchedAt: inDays(-10) } })?.key);
  });
});
