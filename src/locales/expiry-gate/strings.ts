import type { Instant } from '../../domain/index.js';
import type { BaseStrings, ErrorText } from '../common/base/strings.js';
import type { ErrorStrings } from '../common/errors/strings.js';
import type { ElementStrings, Formatter } from '../types.js';

/** A stopped app, explained: what happened, and what is kept. */
export interface StoppedText {
  title: string;
  text: string;
}

export interface ExpiryGateStrings extends ElementStrings {
  common: BaseStrings;
  errors: ErrorStrings;
  stopped: {
    notLaunched: (provider: string) => StoppedText;
    trialExpired: (endsAt: Instant, format: Formatter) => StoppedText;
    expired: (endsAt: Instant, format: Formatter) => StoppedText;
    overLimit: (seats: number, inUse: number, format: Formatter) => StoppedText;
  };
  /** The backend cannot be reached, and nothing known before holds. */
  unknown: StoppedText;
  notice: {
    /** `days`, more than 1, counts a started day whole. */
    trialEnding: (days: number, endsAt: Instant, format: Formatter) => string;
    serviceEnding: (days: number, endsAt: Instant, format: Formatter) => string;
    /** In the last 24 hours: what is left of them, a started minute whole. */
    trialLastDay: (hours: number, minutes: number, endsAt: Instant, format: Formatter) => string;
    serviceLastDay: (hours: number, minutes: number, endsAt: Instant, format: Formatter) => string;
    /** `until`: when the app is stopped; null when that is not decided. */
    overLimit: (seats: number, inUse: number, until: Instant | null, format: Formatter) => string;
  };
  /** What a member can do. */
  ask: (names: readonly string[], format: Formatter) => string;
  /** What the provider or operator sees in the place of an action. */
  waiting: string;
  buy: string;
  renew: string;
  addSeats: string;
  startExtraTrial: (days: number, format: Formatter) => string;
  extraTrialFailed: ErrorText;
  putOff: string;
  /** Names the part where the host's purchase form stands. */
  purchase: string;
  checking: string;
  /** Announced when the app can be used again. */
  opened: string;
}
