import { base } from '../common/base/zh-CN.js';
import type { PricingAidsStrings } from './strings.js';

export const strings: PricingAidsStrings = {
  common: base,
  rows: {
    tier: (place) => `第 ${place} 级`,
    step: (place) => `第 ${place} 档`,
    move: (row) => `移动${row}`,
    moveHow: '拖动，或按上下键；在行内按 Alt+上下键。也可以先点它，再点另一行的手柄。',
    picked: (row) => `已拿起${row}。按上下键，或点另一行的手柄移到那里；按 Esc 放下。`,
    dropped: (row) => `${row}留在原处。`,
    moved: (row, place) => `${row}已移到第 ${place} 行，各行的界限不变。`,
    carried: (row, place) => `${row}已连同界限移到第 ${place} 行。`,
    first: (row) => `${row}已经在最前。`,
    last: (row) => `${row}已经在最后。`,
    split: (row) => `拆分${row}`,
    splitDone: (row) => `${row}已拆成两级，价格相同。请填写在多少人处分开。`,
    splitSingle: (row) => `${row}只有一个人，不能再拆。`,
  },
  example: {
    legend: (seats) => `例如 ${seats}，一个周期`,
    name: { volume: '按总人数', graduated: '分段累计' },
    sum: (parts, amount, money, format) => {
      const terms = parts.map((part) =>
        'unitAmount' in part
          ? `${format.number(part.seats)} × ${money(part.unitAmount)}`
          : money(part.flatAmount),
      );
      return `${terms.join(' + ')} = ${money(amount)}`;
    },
  },
  foreign: {
    title: (count, format) => `给出的定价策略有 ${format.number(count)} 处无法采用`,
    text: '可能来自其他版本。下面显示的是能读懂的部分，原来的策略没有改动。请核对后再继续。',
    more: (count, format) => `另有 ${format.number(count)} 处`,
    root: '整个策略',
    accept: '按下面显示的内容继续',
    accepted: '已采用下面显示的内容。',
  },
};
