import { base } from '../common/base/zh-CN.js';
import type { OrderToolsStrings } from './strings.js';

/** 简体中文 */
export const strings: OrderToolsStrings = {
  common: base,

  columns: {
    legend: '显示的列',
    always: '始终显示',
    reset: '恢复默认',
    shown: (column) => `已显示「${column}」列`,
    hidden: (column) => `已隐藏「${column}」列`,
    wasReset: '已恢复默认的列',
    file: '导出的列',
    fileShown: '显示的列',
    fileAll: '所有列',
    fileHelp: '所有列还包括支付时间、币种、开票、应用、企业和下单人。',
  },
  export: {
    started: (count, format) => `开始导出 ${format.number(count)} 笔订单`,
    progress: (done, total, format) =>
      `正在导出：已读取 ${format.number(done)} 笔，共 ${format.number(total)} 笔`,
    cancel: '取消导出',
    cancelled: '已取消导出，没有生成文件。',
    done: (count, format) => `已导出 ${format.number(count)} 笔订单。`,
    failed: '导出没有完成',
    kept: (done, total, format) =>
      `已读取 ${format.number(done)} 笔，共 ${format.number(total)} 笔；重试会从这里继续。`,
    inZone: (name, timeZone) => `${name}（${timeZone}）`,
    currency: '币种',
    file: (day) => `订单-${day}.csv`,
  },
  print: {
    started: (count, format) => `开始准备打印 ${format.number(count)} 笔订单`,
    progress: (done, total, format) =>
      `正在准备打印：已读取 ${format.number(done)} 笔，共 ${format.number(total)} 笔`,
    cancel: '取消打印',
    cancelled: '已取消打印。',
    done: (count, format) => `已将 ${format.number(count)} 笔订单交给浏览器打印。`,
    failed: '没有准备好打印内容',
    kept: (done, total, format) =>
      `已读取 ${format.number(done)} 笔，共 ${format.number(total)} 笔；重试会从这里继续。`,
    search: '搜索',
    filter: '筛选',
    unfiltered: '全部订单',
    timeZone: '时区',
    printedAt: '打印时间',
  },
};
