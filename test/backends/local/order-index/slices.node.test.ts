import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { inSlices } from '../../../../src/backends/local/store/order-index/slices.js';
import { sortSlots } from '../../../../src/backends/local/store/order-index/sort-slots.js';

it('work that takes long lets others have their turn', async () => {
  let others = 0;
  setTimeout(() => (others += 1));
  function* untilOthers() {
    while (others === 0) yield;
    return others;
  }
  expect(await inSlices(untilOthers())).toBe(1);
});

it('others have their turn before anything is done with the result of long work', async () => {
  let slices = 0;
  let others = 0;
  const beat = setInterval(() => (slices += 1));
  function* untilSecondSlice() {
    while (slices === 0) yield;
    setImmediate(() => (others += 1));
  }
  await inSlices(untilSecondSlice());
  clearInterval(beat);
  expect(others).toBe(1);
});

it('a failure of the work reaches who waits for it', async () => {
  function* failing() {
    yield;
    throw new RangeError('no such slot');
  }
  await expect(inSlices(failing())).rejects.toThrow('no such slot');
});

it('slots are sorted as an array would be, equal ones in rising order', async () => {
  const values = fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 200, size: 'max' });
  await fc.assert(
    fc.asyncProperty(values, async (given) => {
      const value = (slot: number) => given[slot] ?? NaN;
      const sorted = await inSlices(sortSlots(given.length, (a, b) => value(a) - value(b)));
      const expected = [...given.keys()].sort((a, b) => value(a) - value(b));
      expect([...sorted]).toEqual(expected);
    }),
    { numRuns: 1000 },
  );
});
