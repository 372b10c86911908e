/**
 * Whether an answer has the shape it should, as far as a page depends on it: with what passes here, rendering cannot throw.
 * The full schemas stand at the edge of the HTTP backend; these few lines are for backends that a host wrote itself.
 */
import type {
  Installation,
  InstallationEntitlement,
  Order,
  OrderPage,
  OrderTotals,
  PaymentAction,
  PublishedPolicy,
  Session,
} from './shapes.js';
import type { Quote } from '../domain/index.js';

type Check = (value: unknown) => boolean;

const text: Check = (value) => typeof value === 'string';
const flag: Check = (value) => typeof value === 'boolean';
const integer: Check = (value) => Number.isSafeInteger(value);
const number: Check = (value) => Number.isFinite(value);
const instant: Check = (value) => typeof value === 'string' && !Number.isNaN(Date.parse(value));
const currency: Check = (value) => typeof value === 'string' && /^[A-Z]{3}$/.test(value);

const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);

const orAbsent =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);

const each =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);

const among =
  (...words: string[]): Check =>
  (value) =>
    words.includes(value as string);

function fits(value: unknown, fields: Readonly<Record<string, Check>>): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const record = value as Readonly<Record<string, unknown>>;
  // Of every order of a page: pairs of name and check take as long to make as the checks themselves.
  for (const name of Object.keys(fields)) if (!fields[name]?.(record[name])) return false;
  return true;
}

/** A record whose `name` says which of several shapes it has. */
function fitsOne(
  value: unknown,
  name: string,
  shapes: Readonly<Record<string, Readonly<Record<string, Check>>>>,
): boolean {
  const word = (value as Readonly<Record<string, unknown>> | null)?.[name];
  return typeof word === 'string' && Object.hasOwn(shapes, word) && fits(value, shapes[word] ?? {});
}

const role: Check = (value) => among('provider', 'administrator', 'member', 'operator')(value);
const person: Check = (value) => fits(value, { role: text, userName: text });

const accessFacts: Check = (value) =>
  fits(value, {
    launchedAt: orNull(instant),
    trialDays: integer,
    extraTrial: orNull((extra) => fits(extra, { days: integer, startedAt: orNull(instant) })),
    segments: each((segment) =>
      fits(segment, { seats: integer, startsAt: instant, endsAt: instant }),
    ),
    overLimitSince: orAbsent(orNull(instant)),
  });

const segment: Check = (value) =>
  fits(value, {
    orderId: text,
    seats: integer,
    cycle: cycle,
    cycles: integer,
    termDays: integer,
    days: integer,
    startsAt: instant,
    endsAt: instant,
    value: integer,
  });

const cycle: Check = (value) => among('year', 'month')(value);

export function isSession(value: unknown): value is Session {
  return fits(value, { role, userId: text, userName: text, now: instant });
}

export function isInstallation(value: unknown): value is Installation {
  return fits(value, {
    id: text,
    appName: text,
    providerName: text,
    customerName: text,
    contacts: each(text),
    merchantAccountOpened: flag,
    customerAuthorized: flag,
    policyVersion: orNull(integer),
    submittedAt: orNull(instant),
    launchedAt: orNull(instant),
    subscription: orNull((facts) => accessFacts(facts) && fits(facts, { segments: each(segment) })),
    pendingOrderId: orNull(text),
  });
}

export function isEntitlement(value: unknown): value is InstallationEntitlement {
  return fits(value, {
    installationId: text,
    appName: text,
    providerName: text,
    contacts: each(text),
    role,
    state: among(
      'not-launched',
      'trial',
      'extra-trial',
      'trial-expired',
      'active',
      'over-limit',
      'over-limit-blocked',
      'expired',
    ),
    blocked: flag,
    seats: orNull(integer),
    notice: orNull(among('trial-ending', 'trial-ended', 'service-ending', 'service-ended')),
    canStartExtraTrial: flag,
    endsAt: orNull(instant),
    daysLeft: orNull(integer),
    nextChangeAt: orNull(instant),
    facts: accessFacts,
    now: instant,
    token: orNull(text),
  });
}

const tier: Check = (value) =>
  fits(value, {
    upTo: orNull(integer),
    flatAmount: orAbsent(integer),
    unitAmount: orAbsent(integer),
  });

const policy: Check = (value) =>
  fits(value, {
    currency,
    trial: (trial) => fits(trial, { days: integer, extraDays: orNull(integer) }),
    cycle,
    rule: (rule) =>
      fitsOne(rule, 'type', {
        'per-seat': { unitAmount: integer },
        tiered: { mode: among('volume', 'graduated'), tiers: each(tier) },
      }),
    offer: orNull((offer) =>
      fitsOne(offer, 'type', {
        discount: {
          steps: each((step) => fits(step, { minCycles: integer, payPercent: number })),
        },
        gift: { steps: each((step) => fits(step, { minCycles: integer, days: integer })) },
      }),
    ),
    seatLimits: orNull((limits) => fits(limits, { min: orNull(integer), max: orNull(integer) })),
    priceCap: orNull((cap) => fits(cap, { amount: integer, per: among('order', 'cycle') })),
    expansion: among('new-term', 'co-term'),
  });

export function isPublishedPolicy(value: unknown): value is PublishedPolicy {
  return fits(value, { version: integer, policy, publishedAt: instant, publishedBy: person });
}

export function isPublishedPolicyOrNull(value: unknown): value is PublishedPolicy | null {
  return value === null || isPublishedPolicy(value);
}

const part: Check = (value) =>
  fits(value, { seats: integer, unitAmount: integer }) ||
  fits(value, { seats: integer, flatAmount: integer });

const line: Check = (value) =>
  fits(value, { amount: integer }) &&
  fitsOne(value, 'code', {
    list: { seats: integer, cycles: integer, parts: each(part) },
    prorated: { price: integer, remainingDays: integer, termDays: integer },
    discount: { minCycles: integer, payPercent: number },
    cap: { cap: integer },
    credit: { value: integer, remainingDays: integer, days: integer },
    'credit-limit': {},
    adjustment: {},
  });

const kind: Check = (value) => among('new', 'renew', 'expand')(value);

export function isQuote(value: unknown): value is Quote {
  return fits(value, {
    kind,
    seats: integer,
    cycles: integer,
    purchasedDays: integer,
    giftDays: integer,
    startsAt: instant,
    endsAt: instant,
    lines: each(line),
    list: integer,
    price: integer,
    credit: integer,
    payable: integer,
    creditForfeited: integer,
    endsEarlierDays: integer,
  });
}

export function isPaymentAction(value: unknown): value is PaymentAction {
  const attempt = { attemptId: text, amount: integer, expiresAt: instant };
  return fitsOne(value, 'type', {
    qr: { ...attempt, codeUrl: text, simulationUrl: orAbsent(text) },
    jsapi: {
      ...attempt,
      parameters: (parameters) => fits(parameters, {}),
      simulationUrl: orAbsent(text),
    },
    authorize: { url: text },
    redirect: { ...attempt, url: text },
    'bank-transfer': {
      ...attempt,
      account: (account) =>
        fits(account, { accountName: text, accountNumber: text, bankName: text }),
      reference: text,
      simulationUrl: orAbsent(text),
    },
    none: {},
  });
}

const payment: Check = (value) =>
  fits(value, {
    id: text,
    number: text,
    method: text,
    state: text,
    amount: integer,
    action: orNull(isPaymentAction),
    createdAt: instant,
    expiresAt: orNull(instant),
    succeededAt: orNull(instant),
    // A backend of a host's own may keep none.
    notifications: orAbsent(each((said) => fits(said, { at: instant, state: text }))),
    stray: each((stray) => fits(stray, { amount: integer, receivedAt: instant })),
  });

const refund: Check = (value) =>
  fits(value, {
    status: text,
    amount: integer,
    reason: text,
    requestedAt: instant,
    decisionDueAt: instant,
    decidedAt: orNull(instant),
    refundedAt: orNull(instant),
  });

const refundReason: Check = (value) =>
  fitsOne(value, 'code', {
    'not-paid': {},
    'too-late': { until: instant },
    'invoice-requested': {},
    'not-newest': { orderId: text },
    'order-pending': { orderId: text },
  });

const refundEligibility: Check = (value) =>
  fits(value, { ok: (ok) => ok === true }) ||
  fits(value, { ok: (ok) => ok === false, reasons: each(refundReason) });

const invoice: Check = (value) =>
  fits(value, {
    status: text,
    details: (details) => fits(details, { type: text, title: text, taxNumber: text }),
    amount: integer,
    requestedAt: instant,
  });

const complaint: Check = (value) =>
  fits(value, {
    id: text,
    status: text,
    category: text,
    filedAt: instant,
    messages: each((message) => fits(message, { at: instant, by: person, text })),
  });

export function isOrder(value: unknown): value is Order {
  return fits(value, {
    id: text,
    installationId: text,
    appName: text,
    customerName: text,
    kind,
    status: among(
      'pending',
      'paid',
      'cancelled',
      'lapsed',
      'replaced',
      'refund-requested',
      'refunding',
      'refunded',
      'refund-failed',
    ),
    currency,
    request: (request) => fits(request, { kind }),
    policyVersion: integer,
    quote: isQuote,
    quotedAt: instant,
    createdAt: instant,
    createdBy: person,
    lapsesAt: orNull(instant),
    paidAt: orNull(instant),
    settledByCredit: flag,
    method: orNull(among('wechat', 'bank-transfer')),
    payments: each(payment),
    segmentsReplaced: each(segment),
    segmentsGranted: each(segment),
    refund: orNull(refund),
    refundEligibility,
    invoice: orNull(invoice),
    complaints: each(complaint),
    timeline: each((entry) => fits(entry, { at: instant, by: person, event: text })),
    replacesOrderId: orNull(text),
    replacedByOrderId: orNull(text),
  });
}

/** The rows of a page; what they come to is looked at apart, since rows are of use without it. */
export function isOrderPage(value: unknown): value is Omit<OrderPage, 'totals'> {
  return fits(value, { items: each(isOrder), nextCursor: orNull(text) });
}

export function isOrderTotals(value: unknown): value is OrderTotals {
  return fits(value, {
    count: integer,
    amounts: each((sum) => fits(sum, { currency, payable: integer, received: integer })),
  });
}
