import { base } from '../common/base/zh-CN.js';
import type { NoticeStrings } from './strings.js';

export const strings: NoticeStrings = {
  common: base,
  end: {
    'trial-ending': (app, endsAt, format) => ({
      subject: `“${app}”的试用即将结束`,
      text: `试用将于 ${format.dateTime(endsAt)} 结束，之后应用停用，数据会保留。购买后可以一直用下去。`,
    }),
    'trial-ended': (app, endsAt, format) => ({
      subject: `“${app}”的试用已结束`,
      text: `试用于 ${format.dateTime(endsAt)} 结束，应用已停用。已有的数据都还保留着，购买后即可继续使用。`,
    }),
    'service-ending': (app, endsAt, format) => ({
      subject: `“${app}”的服务即将到期`,
      text: `服务将于 ${format.dateTime(endsAt)} 到期，之后应用停用，数据会保留。现在续期，时间从到期时接着算。`,
    }),
    'service-ended': (app, endsAt, format) => ({
      subject: `“${app}”的服务已到期`,
      text: `服务于 ${format.dateTime(endsAt)} 到期，应用已停用。已有的数据都还保留着，续期后即可继续使用。`,
    }),
  },
  overLimit: (app, seats, inUse, blocksAt, format) => ({
    subject: `“${app}”的使用人数超出已购人数`,
    text:
      blocksAt === null
        ? `已购 ${format.number(seats)} 人，在用 ${format.number(inUse)} 人。请及时扩容或减少使用人数。`
        : `已购 ${format.number(seats)} 人，在用 ${format.number(inUse)} 人。请在 ${format.dateTime(blocksAt)} 前扩容或减少使用人数，否则应用停用；数据会保留。`,
  }),
  overLimitBlocked: (app, seats, inUse, format) => ({
    subject: `“${app}”因使用人数超出已停用`,
    text: `已购 ${format.number(seats)} 人，在用 ${format.number(inUse)} 人，7 天宽限期已过。已有的数据都还保留着，扩容或减少使用人数后即可继续使用。`,
  }),
};
