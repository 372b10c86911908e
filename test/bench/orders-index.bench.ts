import { deepStrictEqual } from 'node:assert/strict';
import { columnsOf } from '../../src/backends/local/store/order-index/build-columns.js';
import { OrderIndex } from '../../src/backends/local/store/order-index/order-index.js';
import { whenIndexed } from '../../src/backends/local/store/order-index/index-missing.js';
import { inSlices } from '../../src/backends/local/store/order-index/slices.js';
import type { ListedOrder } from '../../src/billing/order-query.js';
import type { OrderQuery } from '../../src/billing/ports.js';
import { aQuery } from '../backends/local/records.js';
import { manyRows } from '../helpers/many-orders.js';

/**
 * What a page of 100 000 orders costs from the warm index, as a ratio to `filter().sort()` written by hand for that one question over the same
 * records. Both run in turn, round after round, and the median round counts, so that a busy machine slows both alike.
 */
const COUNT = 100_000;
const ROUNDS = 21;
const GOAL = 0.1;

interface Question {
  name: string;
  query: OrderQuery;
  byHand: (orders: readonly ListedOrder[]) => ListedOrder[];
}

const byId = (a: ListedOrder, b: ListedOrder) => (a.id < b.id ? -1 : 1);

const questions: Question[] = [
  {
    name: 'newest first',
    query: aQuery(),
    byHand: (orders) =>
      orders
        .slice()
        .sort((a, b) =>
          a.createdAt < b.createdAt ? 1 : a.createdAt > b.createdAt ? -1 : byId(b, a),
        ),
  },
  {
    name: 'paid by transfer, by amount',
    query: aQuery({
      statuses: ['paid'],
      methods: ['bank-transfer'],
      sort: { by: 'amount', direction: 'descending' },
    }),
    byHand: (orders) =>
      orders
        .filter(({ status, method }) => status === 'paid' && method === 'bank-transfer')
        .sort((a, b) => b.quote.payable - a.quote.payable || byId(b, a)),
  },
  {
    name: 'between two dates and amounts, by seats',
    query: aQuery({
      from: '2020-06-01T00:00:00.000Z',
      to: '2023-06-01T00:00:00.000Z',
      minAmount: 1000,
      maxAmount: 800_000,
      sort: { by: 'seats', direction: 'ascending' },
    }),
    byHand: (orders) =>
      orders
        .filter(
          ({ createdAt, quote: { payable } }) =>
            createdAt >= '2020-06-01T00:00:00.000Z' &&
            createdAt < '2023-06-01T00:00:00.000Z' &&
            payable >= 1000 &&
            payable <= 800_000,
        )
        .sort((a, b) => a.quote.seats - b.quote.seats || byId(a, b)),
  },
  {
    name: 'a text, by status',
    query: aQuery({ text: '周', sort: { by: 'status', direction: 'ascending' } }),
    byHand: (orders) =>
      orders
        .filter(({ id, appName, customerName, createdBy }) =>
          [id, appName, customerName, createdBy.userName].some((text) =>
            text.toLowerCase().includes('周'),
          ),
        )
        .sort((a, b) => (a.status < b.status ? -1 : a.status > b.status ? 1 : byId(a, b))),
  },
];

function time<Result>(work: () => Result): { took: number; result: Result } {
  const start = performance.now();
  const result = work();
  return { took: performance.now() - start, result };
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

/** Bytes in use; exact only where node was started with --expose-gc. */
function heap(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

const orders = manyRows(COUNT);
const before = heap();
const index = new OrderIndex(async () => ({
  columns: await inSlices(columnsOf(orders)),
  mark: undefined,
}));
const warming = performance.now();
for (const { query } of questions)
  await whenIndexed(() => Promise.resolve().then(() => index.select(query)));
const warmed = performance.now() - warming;
const bytes = heap() - before;

const ratios: number[] = [];
for (const { name, query, byHand } of questions) {
  deepStrictEqual(
    index.select(query).ids,
    byHand(orders)
      .slice(0, query.limit)
      .map(({ id }) => id),
  );
  const rounds: { index: number; hand: number }[] = [];
  for (let count = 0; count < ROUNDS; count++) {
    rounds.push({
      index: time(() => index.select(query)).took,
      hand: time(() => byHand(orders)).took,
    });
  }
  const ratio = median(rounds.map(({ index, hand }) => index / hand));
  ratios.push(ratio);
  console.log(
    `orders-index ${name}: ${median(rounds.map(({ index }) => index)).toFixed(2)} ms, ` +
      `filter().sort() ${median(rounds.map(({ hand }) => hand)).toFixed(2)} ms, ` +
      `ratio ${ratio.toFixed(3)}; goal ${GOAL}`,
  );
}
console.log(
  `orders-index: made and sorted four ways in ${warmed.toFixed(0)} ms; ` +
    `${(bytes / COUNT).toFixed(0)} bytes an order besides the records`,
);
if (!ratios.every((ratio) => ratio <= GOAL)) process.exitCode = 1;
