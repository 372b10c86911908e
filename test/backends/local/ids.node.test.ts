import { expect, it } from 'vitest';
import { createIds } from '../../../src/backends/local/ids.js';
import { cryptoRandom, seededRandom } from '../../../src/backends/local/random.js';
import { createTestClock } from '../../../src/testing/index.js';

it('what is made later sorts later, and nothing is given twice', () => {
  const clock = createTestClock();
  const ids = createIds(clock, () => cryptoRandom);
  const made: string[] = [];
  for (let instant = 0; instant < 20; instant++) {
    for (let times = 0; times < 50; times++) made.push(ids.next('order'));
    clock.advance({ ms: 1 + instant ** 5, days: instant ** 3 });
  }
  expect([...made].sort()).toEqual(made);
  expect(new Set(made).size).toBe(made.length);
});

it('two tabs do not agree by chance', () => {
  const clock = createTestClock();
  const tabs = [1, 2].map(() => createIds(clock, () => cryptoRandom));
  const [one, other] = tabs.map((ids) => Array.from({ length: 20 }, () => ids.next('order')));
  expect(one?.filter((id) => other?.includes(id))).toEqual([]);
});

it('every number can be given to a gateway', () => {
  const clock = createTestClock('2999-12-31T23:59:59.999Z');
  const ids = createIds(clock, () => cryptoRandom);
  for (const kind of ['order', 'attempt', 'payment-number', 'refund-number', 'complaint'] as const)
    expect(ids.next(kind)).toMatch(/^[0-9A-Za-z_-]{6,32}$/);
});

it('a seed draws the same every time', () => {
  const [one, other] = [seededRandom(), seededRandom()];
  const drawn = [one(8), one(8)];
  expect([other(8), other(8)]).toEqual(drawn);
  expect(drawn[0]).not.toBe(drawn[1]);
});
