import { describe, expect, it } from 'vitest';
import type { NoticeContent } from '../../src/contract/index.js';
import { noticeText } from '../../src/ui/notice-text.js';

const appName = '项目助手';
const endsAt = '2026-03-16T20:00:00.000Z';
const seats = { seats: 1_200, seatsInUse: 1_234, appName };

const NOTICES: [string, NoticeContent][] = [
  ['trial-ending', { kind: 'trial-ending', endsAt, appName }],
  ['trial-ended', { kind: 'trial-ended', endsAt, appName }],
  ['service-ending', { kind: 'service-ending', endsAt, appName }],
  ['service-ended', { kind: 'service-ended', endsAt, appName }],
  ['over-limit', { kind: 'over-limit', blocksAt: endsAt, ...seats }],
  ['over-limit-blocked', { kind: 'over-limit-blocked', blocksAt: endsAt, ...seats }],
];

const chinese = (notice: NoticeContent) =>
  noticeText(notice, { lang: 'zh-CN', timeZone: 'Asia/Shanghai' });
const english = (notice: NoticeContent, timeZone = 'America/New_York') =>
  noticeText(notice, { lang: 'en', timeZone });

describe.each(NOTICES)('the notice %s', (kind, notice) => {
  it('says in both languages what it is about, when, and that nothing is lost', async () => {
    const [zh, en] = [await chinese(notice), await english(notice)];
    expect(zh.subject).toContain(appName);
    expect(en.subject).toContain(appName);
    expect(zh.text).toContain('保留');
    expect(en.text).toContain('data is kept');
    if (kind !== 'over-limit-blocked') {
      expect(zh.text).toContain('2026-03-17 04:00');
      expect(en.text).toMatch(/Mar 16, 2026, 4:00\sPM/u);
    }
    if (kind.startsWith('over-limit')) {
      for (const { text } of [zh, en]) {
        expect(text).toContain('1,200');
        expect(text).toContain('1,234');
      }
    }
  });
});

describe('a notice in words', () => {
  it('differs for each kind', async () => {
    const subjects = await Promise.all(NOTICES.map(([, notice]) => chinese(notice)));
    expect(new Set(subjects.map(({ subject }) => subject)).size).toBe(NOTICES.length);
  });

  it('names no day of a block that never comes', async () => {
    const notice = { kind: 'over-limit', blocksAt: null, ...seats } as const;
    expect((await chinese(notice)).text).toBe(
      '已购 1,200 人，在用 1,234 人。请及时扩容或减少使用人数。',
    );
    expect((await english(notice)).text).toBe(
      '1,234 in use, 1,200 bought. Please add seats or free some.',
    );
  });

  it('reads as the nearest language there is', async () => {
    const [, notice] = NOTICES[0]!;
    const inLanguage = async (lang: string) =>
      (await noticeText(notice, { lang, timeZone: 'UTC' })).subject;
    expect(await inLanguage('zh-TW')).toContain('试用即将结束');
    expect(await inLanguage('en-GB')).toContain('ends soon');
    expect(await inLanguage('fr')).toContain('ends soon');
  });
});
