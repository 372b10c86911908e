import type { InstallationEntitlement } from '../../contract/index.js';
import { overLimitBlockAt } from '../../domain/access/over-limit.js';
import type { Entitlement } from '../../domain/index.js';
import type { ExpiryGateStrings, StoppedText } from '../../locales/expiry-gate/strings.js';
import type { Formatter } from '../../locales/types.js';
import type { PurchaseRequestDetail } from './events.js';

type Words = Pick<ExpiryGateStrings, 'stopped' | 'notice' | 'buy' | 'renew' | 'addSeats'>;

const MINUTE_MS = 60_000;

/** What an administrator would buy now. */
export function purchaseKind({ state }: Entitlement): PurchaseRequestDetail['kind'] {
  if (state === 'over-limit' || state === 'over-limit-blocked') return 'expand';
  return state === 'active' || state === 'expired' ? 'renew' : 'new';
}

/** The word for it. */
export function purchaseWord(t: Words, now: Entitlement): string {
  return { new: t.buy, renew: t.renew, expand: t.addSeats }[purchaseKind(now)];
}

/** Why the app is stopped. */
export function stoppedText(
  t: Words,
  now: Entitlement,
  { providerName, facts }: InstallationEntitlement,
  format: Formatter,
): StoppedText {
  const { state, endsAt, seats } = now;
  if (state === 'over-limit-blocked') {
    return t.stopped.overLimit(seats ?? 0, facts.seatsInUse ?? 0, format);
  }
  if (endsAt === null || state === 'not-launched') return t.stopped.notLaunched(providerName);
  return state === 'expired'
    ? t.stopped.expired(endsAt, format)
    : t.stopped.trialExpired(endsAt, format);
}

/** What to say while the app still runs. `key` tells it apart from the next thing to say. */
export interface NoticeText {
  key: string;
  text: string;
  /** When the text is no longer right, in milliseconds; null while it changes no sooner than the entitlement does. */
  until: number | null;
}

/** Null where there is nothing to say. Too many seats in use comes first: it stops the app sooner. `at` is now in milliseconds. */
export function noticeText(
  t: Words,
  now: Entitlement,
  { facts }: InstallationEntitlement,
  format: Formatter,
  at: number,
): NoticeText | null {
  const { state, notice, endsAt, seats } = now;
  if (state === 'over-limit') {
    const until = overLimitBlockAt(facts, new Date(at).toISOString());
    return {
      key: `over-limit:${facts.overLimitSince ?? ''}`,
      text: t.notice.overLimit(seats ?? 0, facts.seatsInUse ?? 0, until, format),
      until: null,
    };
  }
  if (endsAt === null || now.daysLeft === null) return null;
  if (notice !== 'trial-ending' && notice !== 'service-ending') return null;
  const key = `${notice}:${endsAt}`;
  const say =
    notice === 'trial-ending'
      ? { days: t.notice.trialEnding, minutes: t.notice.trialLastDay }
      : { days: t.notice.serviceEnding, minutes: t.notice.serviceLastDay };
  if (now.daysLeft > 1) {
    return { key, text: say.days(now.daysLeft, endsAt, format), until: null };
  }
  const end = Date.parse(endsAt);
  const minutes = Math.ceil((end - at) / MINUTE_MS);
  return {
    key,
    text: say.minutes(Math.floor(minutes / 60), minutes % 60, endsAt, format),
    until: end - (minutes - 1) * MINUTE_MS,
  };
}
