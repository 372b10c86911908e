import type { InstallationEntitlement } from '../../../src/contract/index.js';
import { entitlement, type AccessFacts, type EntitlementState } from '../../../src/domain/index.js';

export const INSTALLATION = 'i-1';
/** What the backends of these tests take for now, unless they say otherwise. */
export const NOW = '2026-06-01T08:00:00.000Z';

const DAY_MS = 86_400_000;

/** An instant so many days (and milliseconds) from {@link NOW}. */
export function inDays(days: number, ms = 0): string {
  return new Date(Date.parse(NOW) + days * DAY_MS + ms).toISOString();
}

type Parts = Partial<
  Pick<InstallationEntitlement, 'role' | 'contacts' | 'providerName' | 'now'>
> & {
  facts?: Partial<AccessFacts>;
};

/** What a backend would answer for these facts: launched 100 days ago, tried for 15 and never bought, unless they say otherwise. */
export function answerOf({ facts = {}, now = NOW, ...parts }: Parts = {}): InstallationEntitlement {
  const all: AccessFacts = {
    launchedAt: inDays(-100),
    trialDays: 15,
    extraTrial: null,
    segments: [],
    ...facts,
  };
  return {
    ...entitlement(all, now),
    installationId: INSTALLATION,
    appName: '项目助手',
    providerName: '云杉软件',
    contacts: ['王敏', '李强'],
    role: 'administrator',
    facts: all,
    now,
    token: 'header.payload.signature',
    ...parts,
  };
}

/** 20 seats, bought 100 days ago. */
export const bought = (endsInDays: number, seats = 20) => ({
  segments: [{ seats, startsAt: inDays(-100), endsAt: inDays(endsInDays) }],
});

/** Facts that make each state at {@link NOW}, far from any notice where there could be none. */
export const FACTS: Readonly<Record<EntitlementState, Partial<AccessFacts>>> = {
  'not-launched': { launchedAt: null },
  trial: { launchedAt: inDays(-1) },
  'extra-trial': { extraTrial: { days: 30, startedAt: inDays(-1) } },
  'trial-expired': { extraTrial: { days: 7, startedAt: null } },
  active: bought(200),
  'over-limit': { ...bought(200), seatsInUse: 25, overLimitSince: inDays(-2) },
  'over-limit-blocked': { ...bought(200), seatsInUse: 25, overLimitSince: inDays(-8) },
  expired: bought(-1),
};
