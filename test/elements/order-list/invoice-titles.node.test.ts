import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Order } from '../../../src/contract/index.js';
import type { InvoiceDetails } from '../../../src/domain/index.js';
import {
  invoiceTitles,
  rememberTitle,
} from '../../../src/elements/order-list/tasks/invoice-titles.js';
import { order as canned } from '../../helpers/canned-shapes.js';

const titled = (title: string, more: Partial<InvoiceDetails> = {}): InvoiceDetails => ({
  type: 'ordinary',
  title,
  taxNumber: '91350100M000100Y43',
  ...more,
});
const namesOf = (titles: readonly InvoiceDetails[]) => titles.map(({ title }) => title);

let stored: Map<string, string>;
beforeEach(() => {
  stored = new Map();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, text: string) => stored.set(key, text),
  });
});
afterEach(() => vi.unstubAllGlobals());

describe('titles used before', () => {
  it('are remembered, the latest first, each once, five at most', () => {
    for (const name of ['a', 'b', 'c', 'a', 'd', 'e', 'f']) rememberTitle('i-1', titled(name));
    expect(namesOf(invoiceTitles('i-1', []))).toEqual(['f', 'e', 'd', 'a', 'c']);
  });

  it('are offered with what was written last with them', () => {
    rememberTitle('i-1', titled('a', { email: 'old@example.com' }));
    rememberTitle('i-1', titled('a', { email: 'new@example.com', type: 'special' }));
    expect(invoiceTitles('i-1', [])).toEqual([
      titled('a', { email: 'new@example.com', type: 'special' }),
    ]);
  });

  it('are never those of another installation', () => {
    rememberTitle('i-1', titled('a'));
    const orders: Order[] = [canned, { ...canned, installationId: 'i-2' }];
    expect(namesOf(invoiceTitles('i-2', orders))).toEqual([canned.invoice!.details.title]);
    expect(invoiceTitles('i-3', orders)).toEqual([]);
  });

  it('come from the orders at hand too, on whatever device', () => {
    const { invoice } = canned;
    const later: Order = {
      ...canned,
      invoice: {
        ...invoice!,
        requestedAt: '2027-01-01T00:00:00.000Z',
        details: titled('later'),
      },
    };
    rememberTitle('i-1', titled('here'));
    expect(namesOf(invoiceTitles('i-1', [canned, later]))).toEqual([
      'later',
      invoice!.details.title,
      'here',
    ]);
  });

  it('are read as texts, whatever somebody stored', () => {
    const key = [...(rememberTitle('i-1', titled('a')), stored.keys())][0]!;
    for (const rubbish of ['{', 'null', '{"title":"x"}', '[null, 7, {"title": 7}]']) {
      stored.set(key, rubbish);
      expect(invoiceTitles('i-1', [])).toEqual([]);
    }
    stored.set(key, '[{"title":"a","taxNumber":{},"email":["x"],"type":"odd"}]');
    expect(invoiceTitles('i-1', [])).toEqual([{ type: 'ordinary', title: 'a', taxNumber: '' }]);
  });

  it('are not kept where storage is blocked, and nothing breaks', () => {
    vi.stubGlobal('localStorage', {
      getItem: () => {
        throw new Error('blocked');
      },
      setItem: () => {
        throw new Error('blocked');
      },
    });
    rememberTitle('i-1', titled('a'));
    expect(invoiceTitles('i-1', [])).toEqual([]);
  });
});
