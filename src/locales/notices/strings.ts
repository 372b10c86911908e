import type { EndNoticeKind, Instant } from '../../domain/index.js';
import type { ElementStrings, Formatter } from '../types.js';

/** A notice as a mail or message has it. */
export interface NoticeText {
  /** One line, with the app's name. */
  subject: string;
  /** What happens when, that nothing is lost, what to do. */
  text: string;
}

export interface NoticeStrings extends ElementStrings {
  end: Readonly<
    Record<EndNoticeKind, (app: string, endsAt: Instant, format: Formatter) => NoticeText>
  >;
  /** `blocksAt`: when the app is blocked; null when its time ends first. */
  overLimit: (
    app: string,
    seats: number,
    inUse: number,
    blocksAt: Instant | null,
    format: Formatter,
  ) => NoticeText;
  overLimitBlocked: (app: string, seats: number, inUse: number, format: Formatter) => NoticeText;
}
