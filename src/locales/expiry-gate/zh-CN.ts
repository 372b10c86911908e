import { base } from '../common/base/zh-CN.js';
import { errors } from '../common/errors/zh-CN.js';
import type { ExpiryGateStrings } from './strings.js';

export const strings: ExpiryGateStrings = {
  common: base,
  errors,
  stopped: {
    notLaunched: (provider) => ({
      title: '应用还没有上线',
      text: `${provider}正在准备，上线后即可开始试用。`,
    }),
    trialExpired: (endsAt, format) => ({
      title: '试用已结束',
      text: `试用于 ${format.dateTime(endsAt)} 结束。已有的数据都还保留着，购买后即可继续使用。`,
    }),
    expired: (endsAt, format) => ({
      title: '服务已到期',
      text: `服务于 ${format.dateTime(endsAt)} 到期。已有的数据都还保留着，续期后即可继续使用。`,
    }),
    overLimit: (seats, inUse, format) => ({
      title: '使用人数超出已购人数',
      text: `已购 ${format.number(seats)} 人，在用 ${format.number(inUse)} 人，7 天宽限期已过。已有的数据都还保留着，扩容或减少使用人数后即可继续使用。`,
    }),
  },
  unknown: {
    title: '暂时无法确认服务状态',
    text: '没有连上计费服务。已有的数据没有受到影响，连上后会自动恢复。',
  },
  notice: {
    trialEnding: (days, endsAt, format) =>
      `试用还剩 ${format.number(days)} 天，将于 ${format.dateTime(endsAt)} 结束。`,
    serviceEnding: (days, endsAt, format) =>
      `服务还剩 ${format.number(days)} 天，将于 ${format.dateTime(endsAt)} 到期。`,
    trialLastDay: (hours, minutes, endsAt, format) =>
      hours > 0
        ? `试用最后一天，还剩 ${format.number(hours)} 小时 ${format.number(minutes)} 分，将于 ${format.dateTime(endsAt)} 结束。`
        : `试用最后一天，还剩 ${format.number(minutes)} 分钟，将于 ${format.dateTime(endsAt)} 结束。`,
    serviceLastDay: (hours, minutes, endsAt, format) =>
      hours > 0
        ? `服务最后一天，还剩 ${format.number(hours)} 小时 ${format.number(minutes)} 分，将于 ${format.dateTime(endsAt)} 到期。`
        : `服务最后一天，还剩 ${format.number(minutes)} 分钟，将于 ${format.dateTime(endsAt)} 到期。`,
    overLimit: (seats, inUse, until, format) =>
      until === null
        ? `已购 ${format.number(seats)} 人，在用 ${format.number(inUse)} 人，请及时扩容。`
        : `已购 ${format.number(seats)} 人，在用 ${format.number(inUse)} 人，请在 ${format.dateTime(until)} 前扩容，否则将停用。`,
  },
  ask: (names, format) =>
    names.length === 0 ? '请联系贵公司的管理员。' : `请联系管理员：${format.list(names)}。`,
  waiting: '等待企业管理员处理。',
  buy: '购买',
  renew: '续期',
  addSeats: '扩容',
  startExtraTrial: (days, format) => `开启 ${format.number(days)} 天额外试用`,
  extraTrialFailed: {
    title: '额外试用没有开启',
    text: '已有的数据没有受到影响，重试不会重复开启。',
    next: '请稍后再试。',
  },
  putOff: '今天不再提醒',
  purchase: '购买',
  checking: '正在确认服务状态',
  opened: '现在可以继续使用了。',
};
