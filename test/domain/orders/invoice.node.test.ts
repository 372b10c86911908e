import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isCreditCode } from '../../../src/domain/orders/credit-code.js';
import {
  canMarkInvoice,
  canRequestInvoice,
  invoiceStands,
} from '../../../src/domain/orders/invoice-status.js';
import {
  gbkLength,
  normalizeInvoice,
  validateInvoice,
} from '../../../src/domain/orders/invoice.js';
import type { InvoiceDetails, InvoiceStatus } from '../../../src/domain/orders/types.js';

/** Codes whose check character is right. */
const REAL_CODES = ['9144030071526726XG', '91330100799655058B', '91110000802100433B'];

const ordinary: InvoiceDetails = {
  type: 'ordinary',
  title: '深圳市腾讯计算机系统有限公司',
  taxNumber: '9144030071526726XG',
  email: 'finance@example.com',
};

const faults = (over: Partial<InvoiceDetails>) => {
  const result = validateInvoice({ ...ordinary, ...over });
  return result.ok ? [] : result.issues.map(({ code, field }) => `${code} ${field}`);
};

describe('validateInvoice', () => {
  it('accepts what an ordinary invoice needs', () => {
    expect(validateInvoice(ordinary)).toEqual({ ok: true, details: ordinary, warnings: [] });
  });

  it('trims, writes the tax number in capitals and drops empty texts', () => {
    const details = { ...ordinary, title: ' 甲 ', taxNumber: ' 9144030071526726xg\n', phone: '  ' };
    expect(validateInvoice(details)).toEqual({
      ok: true,
      details: { ...ordinary, title: '甲' },
      warnings: [],
    });
  });

  it('reports everything that is missing', () => {
    expect(validateInvoice({ type: 'special', title: ' ', taxNumber: '' })).toMatchObject({
      ok: false,
      issues: [
        { code: 'missing', field: 'title' },
        { code: 'missing', field: 'taxNumber' },
        { code: 'missing', field: 'address' },
        { code: 'missing', field: 'phone' },
        { code: 'missing', field: 'bank' },
        { code: 'missing', field: 'account' },
        { code: 'no-destination', field: 'email' },
      ],
    });
  });

  it('takes either an email or a postal address', () => {
    const { email: _, ...rest } = ordinary;
    expect(validateInvoice(rest).ok).toBe(false);
    expect(validateInvoice({ ...rest, postalAddress: '北京市' }).ok).toBe(true);
  });

  it('counts the title in bytes of GBK', () => {
    expect(faults({ title: '税'.repeat(50) })).toEqual([]);
    expect(faults({ title: `${'税'.repeat(50)}a` })).toEqual(['too-long title']);
    expect(faults({ title: 'a'.repeat(100) })).toEqual([]);
    expect(faults({ title: '𠮷'.repeat(25) })).toEqual([]);
    expect(faults({ title: `${'𠮷'.repeat(25)}a` })).toEqual(['too-long title']);
  });

  it.each([14, 15, 16, 17, 18, 19, 20, 21])('a tax number of %i characters', (length) => {
    const expected = [15, 17, 18, 20].includes(length) ? [] : ['bad-format taxNumber'];
    expect(faults({ taxNumber: '1'.repeat(length) })).toEqual(expected);
  });

  it.each(['91-4030071526726', '９１４４０３００７１５２６７２', '914403 00715267'])(
    'refuses the tax number %j',
    (taxNumber) => {
      expect(faults({ taxNumber })).toEqual(['bad-format taxNumber']);
    },
  );

  it('only warns of a check digit that fails', () => {
    expect(validateInvoice({ ...ordinary, taxNumber: '9144030071526726XH' })).toMatchObject({
      ok: true,
      warnings: [{ code: 'check-digit', field: 'taxNumber' }],
    });
  });

  it.each(['a@b', 'a b@c.cn', '@c.cn', 'a@', 'a@c..cn', 'a@@c.cn', 'a@c.cn.'])(
    'refuses the email %j',
    (email) => {
      expect(faults({ email })).toEqual(['bad-format email']);
    },
  );

  it.each(['a.b+c@mail.example.com.cn', '财务@公司.中国'])('accepts the email %j', (email) => {
    expect(faults({ email })).toEqual([]);
  });

  it('answers a long email at once', () => {
    expect(faults({ email: `a@${'b.'.repeat(200_000)}` })).toEqual(['too-long email']);
  });
});

describe('isCreditCode', () => {
  it.each(REAL_CODES)('knows %s', (code) => {
    expect(isCreditCode(code)).toBe(true);
  });

  it('refuses letters the standard leaves out and other lengths', () => {
    expect(isCreditCode('I144030071526726XG')).toBe(false);
    expect(isCreditCode('91440300715267260')).toBe(false);
    expect(isCreditCode('')).toBe(false);
  });

  it('notices any one character that is wrong', () => {
    const alphabet = Array.from('0123456789ABCDEFGHJKLMNPQRTUWXY');
    fc.assert(
      fc.property(
        fc.constantFrom(...REAL_CODES),
        fc.nat(17),
        fc.constantFrom(...alphabet),
        (code, at, character) => {
          const changed = code.slice(0, at) + character + code.slice(at + 1);
          expect(isCreditCode(changed)).toBe(changed === code);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('finds exactly one check character for any seventeen', () => {
    const alphabet = Array.from('0123456789ABCDEFGHJKLMNPQRTUWXY');
    const stem = fc.array(fc.constantFrom(...alphabet), { minLength: 17, maxLength: 17 });
    fc.assert(
      fc.property(stem, (characters) => {
        const code = characters.join('');
        expect(alphabet.filter((last) => isCreditCode(code + last))).toHaveLength(1);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('invoice: properties', () => {
  const texts = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('', ' ', '税务'));
  const details = fc.record(
    {
      type: fc.constantFrom<InvoiceDetails['type']>('ordinary', 'special'),
      title: texts,
      taxNumber: fc.oneof(texts, fc.constantFrom(...REAL_CODES)),
      address: texts,
      phone: texts,
      bank: texts,
      account: texts,
      email: fc.oneof(texts, fc.emailAddress()),
      postalAddress: texts,
    },
    { requiredKeys: ['type', 'title', 'taxNumber'] },
  );

  it('what is accepted is accepted again, unchanged', () => {
    fc.assert(
      fc.property(details, (input) => {
        const result = validateInvoice(input);
        const kept = normalizeInvoice(input);
        expect(normalizeInvoice(kept)).toEqual(kept);
        expect(validateInvoice(kept)).toEqual(result);
        if (result.ok) expect(result.details).toEqual(kept);
        else expect(result.issues.length).toBeGreaterThan(0);
      }),
      { numRuns: 1000 },
    );
  });

  it('a text is as long in GBK as its characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const bytes = Array.from(text).map((character) => {
          const point = character.codePointAt(0) ?? 0;
          return point < 0x80 ? 1 : point > 0xffff ? 4 : 2;
        });
        expect(gbkLength(text)).toBe(bytes.reduce((sum, count) => sum + count, 0));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('invoice status', () => {
  const all: InvoiceStatus[] = ['requested', 'mailed', 'sent', 'cancelled'];

  it('moves once, from requested', () => {
    const moves = all.flatMap((from) =>
      all.filter((to) => canMarkInvoice(from, to)).map((to) => `${from} ${to}`),
    );
    expect(moves).toEqual(['requested mailed', 'requested sent', 'requested cancelled']);
  });

  it('counts unless cancelled', () => {
    expect(invoiceStands(null)).toBe(false);
    expect(all.filter((status) => invoiceStands({ status }))).toEqual([
      'requested',
      'mailed',
      'sent',
    ]);
  });

  it('may be requested once for what was paid in money', () => {
    const order = { status: 'paid', payable: 100, invoice: null } as const;
    expect(canRequestInvoice(order)).toBe(true);
    expect(canRequestInvoice({ ...order, invoice: { status: 'cancelled' } })).toBe(true);
    expect(canRequestInvoice({ ...order, invoice: { status: 'sent' } })).toBe(false);
    expect(canRequestInvoice({ ...order, payable: 0 })).toBe(false);
    expect(canRequestInvoice({ ...order, status: 'refund-requested' })).toBe(false);
    expect(canRequestInvoice({ ...order, status: 'pending' })).toBe(false);
  });
});
