import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as guards from '../../src/contract/guards.js';
import * as canned from '../helpers/canned-shapes.js';

/** A copy of `value` with the member at `path` (`quote.lines.0.code`) replaced. */
function withMember(value: unknown, path: string, replacement: unknown): unknown {
  const copy: unknown = structuredClone(value);
  const names = path.split('.');
  const last = names.pop() ?? '';
  let holder = copy as Record<string, unknown>;
  for (const name of names) holder = holder[name] as Record<string, unknown>;
  expect(holder).toHaveProperty([last]);
  holder[last] = replacement;
  return copy;
}

const samples = [
  ['isSession', canned.session],
  ['isInstallation', canned.installation],
  ['isEntitlement', canned.entitlement],
  ['isPublishedPolicy', canned.publishedPolicy],
  ['isPublishedPolicyOrNull', canned.publishedPolicy],
  ['isQuote', canned.quote],
  ['isPaymentAction', canned.qrAction],
  ['isOrder', canned.order],
  ['isOrderPage', canned.orderPage],
  ['isOrderTotals', canned.orderPage.totals],
] as const;

describe.each(samples)('%s', (name, sample) => {
  const guard: (value: unknown) => boolean = guards[name];

  it('lets the real thing pass', () => {
    expect(guard(sample)).toBe(true);
  });

  it('refuses rubbish and never throws', () => {
    for (const rubbish of [undefined, 0, '', 'text', [], {}, [sample], { sample }]) {
      expect(guard(rubbish)).toBe(false);
    }
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(guard(value)).toBe(name === 'isPublishedPolicyOrNull' && value === null);
      }),
    );
  });
});

it('takes null for a policy only where there may be none', () => {
  expect(guards.isPublishedPolicyOrNull(null)).toBe(true);
  expect(guards.isPublishedPolicy(null)).toBe(false);
});

it.each(canned.paymentActions.map((action) => [action.type, action] as const))(
  'takes a payment by %s',
  (_type, action) => {
    expect(guards.isPaymentAction(action)).toBe(true);
  },
);

it('takes an installation without amounts, as members see it', () => {
  expect(guards.isInstallation({ ...canned.installation, subscription: null })).toBe(true);
});

describe('what would make rendering throw is refused', () => {
  it.each([
    ['a date that is none', 'createdAt', 'yesterday'],
    ['a currency that is none', 'currency', '¥'],
    ['an amount that is no integer', 'quote.payable', 1.5],
    ['an amount as text', 'quote.lines.0.amount', '100'],
    ['a line it has no words for', 'quote.lines.0.code', 'surcharge'],
    ['a line named like a member of every object', 'quote.lines.0.code', 'constructor'],
    ['a list price without parts', 'quote.lines.0.parts', null],
    ['a status it does not know', 'status', 'lost'],
    ['nobody who made it', 'createdBy', null],
    ['payments that are no list', 'payments', {}],
    ['a timeline with a hole', 'timeline.0', null],
    ['a notification at no time', 'payments.0.notifications.0.at', 'once'],
    ['an eligibility without reasons', 'refundEligibility', { ok: false }],
  ])('in an order: %s', (_what, path, replacement) => {
    expect(guards.isOrder(withMember(canned.order, path, replacement))).toBe(false);
  });

  it.each([
    ['an end that is no date', 'endsAt', 'soon'],
    ['a state it does not know', 'state', 'paused'],
    ['contacts that are no names', 'contacts', [1]],
    ['no facts', 'facts', null],
    ['a segment without end', 'facts.segments', [{ seats: 1 }]],
  ])('in an entitlement: %s', (_what, path, replacement) => {
    expect(guards.isEntitlement(withMember(canned.entitlement, path, replacement))).toBe(false);
  });

  it.each([
    ['a rule of no kind', 'policy.rule', { type: 'free' }],
    ['tiers that are none', 'policy.rule.tiers', [null]],
    ['an offer without steps', 'policy.offer', { type: 'gift' }],
    ['a cycle it does not know', 'policy.cycle', 'week'],
  ])('in a policy: %s', (_what, path, replacement) => {
    expect(guards.isPublishedPolicy(withMember(canned.publishedPolicy, path, replacement))).toBe(
      false,
    );
  });
});
