import { base } from '../common/base/en.js';
import { errors } from '../common/errors/en.js';
import type { ExpiryGateStrings } from './strings.js';

export const strings: ExpiryGateStrings = {
  common: base,
  errors,
  stopped: {
    notLaunched: (provider) => ({
      title: 'The app is not live yet',
      text: `${provider} is preparing it. The trial starts once it is launched.`,
    }),
    trialExpired: (endsAt, format) => ({
      title: 'The trial has ended',
      text: `It ended on ${format.dateTime(endsAt)}. Your data is kept; buy to go on.`,
    }),
    expired: (endsAt, format) => ({
      title: 'The service has ended',
      text: `It ended on ${format.dateTime(endsAt)}. Your data is kept; renew to go on.`,
    }),
    overLimit: (seats, inUse, format) => ({
      title: 'More seats are in use than were bought',
      text: `${format.number(inUse)} in use, ${format.number(seats)} bought, and the 7 days of grace are over. Your data is kept; add seats or free some to go on.`,
    }),
  },
  unknown: {
    title: 'The state of the service is unknown right now',
    text: 'Billing cannot be reached. Your data is not affected, and the app opens by itself once it can.',
  },
  notice: {
    trialEnding: (days, endsAt, format) =>
      `${format.number(days)} days of the trial left: it ends on ${format.dateTime(endsAt)}.`,
    serviceEnding: (days, endsAt, format) =>
      `${format.number(days)} days of service left: it ends on ${format.dateTime(endsAt)}.`,
    trialLastDay: (hours, minutes, endsAt, format) =>
      hours > 0
        ? `Last day of the trial, with ${format.number(hours)} h ${format.number(minutes)} min left: it ends on ${format.dateTime(endsAt)}.`
        : `Last day of the trial, with ${format.number(minutes)} min left: it ends on ${format.dateTime(endsAt)}.`,
    serviceLastDay: (hours, minutes, endsAt, format) =>
      hours > 0
        ? `Last day of the service, with ${format.number(hours)} h ${format.number(minutes)} min left: it ends on ${format.dateTime(endsAt)}.`
        : `Last day of the service, with ${format.number(minutes)} min left: it ends on ${format.dateTime(endsAt)}.`,
    overLimit: (seats, inUse, until, format) =>
      until === null
        ? `${format.number(inUse)} seats in use, ${format.number(seats)} bought. Please add seats.`
        : `${format.number(inUse)} seats in use, ${format.number(seats)} bought. Add seats before ${format.dateTime(until)}, or the app will be stopped.`,
  },
  ask: (names, format) =>
    names.length === 0
      ? 'Please ask an administrator of your company.'
      : `Please ask an administrator: ${format.list(names)}.`,
  waiting: 'Waiting for an administrator of the company.',
  buy: 'Buy',
  renew: 'Renew',
  addSeats: 'Add seats',
  startExtraTrial: (days, format) =>
    `Start ${format.number(days)} more ${format.plural(days, { one: 'day', other: 'days' })} of trial`,
  extraTrialFailed: {
    title: 'The extra trial did not start',
    text: 'Your data is not affected, and trying again cannot start it twice.',
    next: 'Please try again later.',
  },
  putOff: 'Not again today',
  purchase: 'Purchase',
  checking: 'Checking the service',
  opened: 'You can go on now.',
};
