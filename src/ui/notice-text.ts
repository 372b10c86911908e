import type { NoticeContent } from '../contract/index.js';
import type { NoticeStrings, NoticeText } from '../locales/notices/strings.js';
import { matchLocale } from '../locales/registry.js';
import type { Formatter } from '../locales/types.js';
import { Format } from './format.js';

/** Who reads a notice. */
export interface NoticeReader {
  /** BCP 47 tag; another language than there is falls back as the elements do. */
  lang: string;
  /** IANA name: where no viewer stands behind the text, nothing else says in which time zone. */
  timeZone: string;
}

/**
 * A notice in words, for a mail, a message or an inbox: from a notifier, or from a webhook of type `notice.due`. Works in the page and in Node.
 */
export async function noticeText(
  notice: NoticeContent,
  { lang, timeZone }: NoticeReader,
): Promise<NoticeText> {
  const { noticeLanguages } = await import('../locales/notices/catalog.js');
  const { locale, load } = matchLocale(noticeLanguages, lang);
  const strings = load ? await load() : noticeLanguages.default;
  return inWords(strings, notice, new Format(locale, timeZone));
}

function inWords(t: NoticeStrings, notice: NoticeContent, format: Formatter): NoticeText {
  const { appName } = notice;
  if ('endsAt' in notice) return t.end[notice.kind](appName, notice.endsAt, format);
  const { kind, seats, seatsInUse, blocksAt } = notice;
  return kind === 'over-limit'
    ? t.overLimit(appName, seats, seatsInUse, blocksAt, format)
    : t.overLimitBlocked(appName, seats, seatsInUse, format);
}
