import { afterEach, describe, expect, it, vi } from 'vitest';
import { AttemptKeys, newKey } from '../../src/ui/idempotency-key.js';

/** Storage of a page, as far as it is used. */
function stubStorage(fault?: Error) {
  const items = new Map<string, string>();
  const guarded = <Result>(work: () => Result): Result => {
    if (fault) throw fault;
    return work();
  };
  vi.stubGlobal('sessionStorage', {
    getItem: (name: string) => guarded(() => items.get(name) ?? null),
    setItem: (name: string, text: string) => guarded(() => void items.set(name, text)),
    removeItem: (name: string) => guarded(() => void items.delete(name)),
  });
  return items;
}

afterEach(() => void vi.unstubAllGlobals());

describe('newKey', () => {
  it('is long enough, and another each time', () => {
    const keys = new Set(Array.from({ length: 100 }, newKey));
    expect(keys.size).toBe(100);
    for (const key of keys) expect(key).toMatch(/^[0-9a-f]{32}$/);
  });
});

describe('AttemptKeys', () => {
  const body = { seats: 30, cycles: 2 };

  it('stays the same for the same body, also after a reload', () => {
    stubStorage();
    const key = new AttemptKeys('order:i1').keyFor(body);
    const reloaded = new AttemptKeys('order:i1');
    expect(reloaded.keyFor({ ...body })).toBe(key);
    expect(reloaded.keyFor({ ...body })).toBe(key);
  });

  it('is another for another body, another attempt or another name', () => {
    stubStorage();
    const keys = new AttemptKeys('order:i1');
    const first = keys.keyFor(body);
    expect(keys.keyFor({ ...body, seats: 31 })).not.toBe(first);
    const second = keys.keyFor(body);
    expect(second).not.toBe(first);
    keys.clear();
    expect(keys.keyFor(body)).not.toBe(second);
    expect(new AttemptKeys('order:i2').keyFor(body)).not.toBe(keys.keyFor(body));
  });

  it('forgets a finished attempt across a reload too', () => {
    stubStorage();
    const keys = new AttemptKeys('order:i1');
    const key = keys.keyFor(body);
    keys.clear();
    expect(new AttemptKeys('order:i1').keyFor(body)).not.toBe(key);
  });

  it('lasts as long as the page where storage is blocked', () => {
    stubStorage(new DOMException('blocked', 'SecurityError'));
    const keys = new AttemptKeys('order:i1');
    const key = keys.keyFor(body);
    expect(keys.keyFor(body)).toBe(key);
    keys.clear();
    expect(keys.keyFor(body)).not.toBe(key);
  });

  it.each(['rubbish', '{}', 'null', '{"key":1,"fingerprint":"x"}'])(
    'is not misled by %s in storage',
    (text) => {
      const items = stubStorage();
      items.set('seatkit:attempt:order:i1', text);
      expect(new AttemptKeys('order:i1').keyFor(body)).toMatch(/^[0-9a-f]{32}$/);
    },
  );
});
