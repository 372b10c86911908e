import { base } from '../common/base/en.js';
import type { NoticeStrings } from './strings.js';

export const strings: NoticeStrings = {
  common: base,
  end: {
    'trial-ending': (app, endsAt, format) => ({
      subject: `The trial of ${app} ends soon`,
      text: `It ends on ${format.dateTime(endsAt)}. The app stops then, and your data is kept. Buy to go on without a break.`,
    }),
    'trial-ended': (app, endsAt, format) => ({
      subject: `The trial of ${app} has ended`,
      text: `It ended on ${format.dateTime(endsAt)}, and the app has stopped. Your data is kept; buy to go on.`,
    }),
    'service-ending': (app, endsAt, format) => ({
      subject: `The service of ${app} ends soon`,
      text: `It ends on ${format.dateTime(endsAt)}. The app stops then, and your data is kept. Renew now, and the new time begins where the present one ends.`,
    }),
    'service-ended': (app, endsAt, format) => ({
      subject: `The service of ${app} has ended`,
      text: `It ended on ${format.dateTime(endsAt)}, and the app has stopped. Your data is kept; renew to go on.`,
    }),
  },
  overLimit: (app, seats, inUse, blocksAt, format) => ({
    subject: `More seats of ${app} are in use than were bought`,
    text:
      blocksAt === null
        ? `${format.number(inUse)} in use, ${format.number(seats)} bought. Please add seats or free some.`
        : `${format.number(inUse)} in use, ${format.number(seats)} bought. Add seats or free some before ${format.dateTime(blocksAt)}, or the app will be stopped; your data is kept.`,
  }),
  overLimitBlocked: (app, seats, inUse, format) => ({
    subject: `${app} has stopped: more seats are in use than were bought`,
    text: `${format.number(inUse)} in use, ${format.number(seats)} bought, and the 7 days of grace are over. Your data is kept; add seats or free some to go on.`,
  }),
};
