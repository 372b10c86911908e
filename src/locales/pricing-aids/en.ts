import { base } from '../common/base/en.js';
import type { PricingAidsStrings } from './strings.js';

export const strings: PricingAidsStrings = {
  common: base,
  rows: {
    tier: (place) => `tier ${place}`,
    step: (place) => `offer ${place}`,
    move: (row) => `Move ${row}`,
    moveHow:
      'Drag it, or use the arrow keys; within the row, Alt and an arrow key. Or press it, then the handle of another row.',
    picked: (row) =>
      `Picked up ${row}. Use the arrow keys, or press the handle of another row to move it there; Esc puts it down.`,
    dropped: (row) => `Left ${row} where it was.`,
    moved: (row, place) => `Moved ${row} to row ${place}. The bounds of the rows stayed.`,
    carried: (row, place) => `Moved ${row} to row ${place}, with its bound.`,
    first: (row) => `Already at the top: ${row}.`,
    last: (row) => `Already at the bottom: ${row}.`,
    split: (row) => `Split ${row}`,
    splitDone: (row) => `Split ${row} in two at the same price. Say at how many seats.`,
    splitSingle: (row) => `There is one seat in ${row}: it cannot be split.`,
  },
  example: {
    legend: (seats) => `For example ${seats}, one cycle`,
    name: { volume: 'By total seats', graduated: 'Tier by tier' },
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
    title: (count, format) =>
      count === 1
        ? 'One part of the given pricing cannot be used'
        : `${format.number(count)} parts of the given pricing cannot be used`,
    text: 'It may come from another version. What could be read is shown below; the original is unchanged. Please check before you go on.',
    more: (count, format) => `${format.number(count)} more`,
    root: 'the whole',
    accept: 'Go on with what is shown',
    accepted: 'Going on with what is shown.',
  },
};
