import type { Cycle, OrderKind, PaymentMethod } from '../../domain/index.js';
import type { ErrorText } from '../common/base/strings.js';
import type { CheckoutErrorStrings } from '../common/checkout-errors/strings.js';
import type { OrderStrings } from '../common/orders/strings.js';
import type { QuoteStrings } from '../common/quotes/strings.js';
import type { ElementStrings, Formatter } from '../types.js';

/** A heading with what it means and what to do next. */
export interface Notice {
  title: string;
  text: string;
}

/** Texts of `<purchase-form>`. Amounts, dates, seats and terms come printed, unless a formatter stands beside them. */
export interface PurchaseFormStrings extends ElementStrings {
  errors: CheckoutErrorStrings;
  methods: OrderStrings['methods'];
  quotes: QuoteStrings;

  title(kind: OrderKind, app: string): string;
  heading: Record<OrderKind, string>;
  kindLegend: string;

  seats: {
    label: string;
    unit: string;
    decrease: string;
    increase: string;
    presets: string;
    between(min: string, max: string): string;
    atLeast(min: string): string;
    change(now: string, after: string): string;
  };
  tiers: {
    summary: string;
    /** Instead of the summary, where a seat costs less in a larger tier. */
    cheaper(range: string, price: string): string;
    /** Instead of the summary, where another tier begins at so many seats. */
    next: Record<'volume' | 'graduated', (from: string, price: string) => string>;
    seats: string;
    price: Record<Cycle, string>;
    between(from: string, to: string): string;
    from(from: string): string;
    unit(price: string): string;
    flat(price: string): string;
    volume: string;
    graduated: string;
    current: string;
  };
  term: {
    label: string;
    other: string;
    otherHelp(most: string): string;
    unit: Record<Cycle, string>;
    saves(amount: string): string;
    perSeatDay(price: string): string;
    until(end: string): string;
  };
  /** What would be better, or possible at all, with one click. */
  advice: {
    /** So many seats cost less in all. */
    cheaper(seats: string, amount: string): string;
    /** So many seats cost the same. */
    same(seats: string): string;
    longer(term: string, perSeatDay: string): string;
    take(to: string): string;
    renew: string;
  };
  end: {
    label: string;
    change(now: string, after: string): string;
    now: string;
    after: string;
    left(days: string): string;
    /** The seats there are stay until a day, from which others count. */
    later(now: string, from: string, after: string): string;
    /** What becomes of the time that is paid already. */
    paid: {
      renew(days: string, from: string): string;
      newTerm(worth: string): string;
      coTerm(worth: string): string;
      ended(date: string): string;
    };
    estimate: string;
    givesUpTrial: string;
  };
  summary: {
    show: string;
    hide: string;
    none: string;
    pay(amount: string): string;
    settle(amount: string): string;
    /** Which of several paid times a line is about. */
    segment(seats: string, end: string): string;
    announce(amount: string, end: string): string;
    announceNone: string;
  };
  forfeit: {
    credit(amount: string): string;
    earlier(days: number, end: string, format: Formatter): string;
    both(amount: string, days: number, end: string, format: Formatter): string;
    required: string;
  };
  method: {
    legend: string;
    hint: Record<PaymentMethod, string>;
    phoneHint: { wallet: string; redirect: string };
  };
  repriced: Notice & { dismiss: string };

  payment: {
    title: string;
    starting: string;
    notLoaded: ErrorText;
  };

  obstacle: {
    member: Notice & { ask(people: string): string };
    notBuyer: Notice;
    noPolicy(provider: string): Notice;
    notLaunched(provider: string): Notice;
    refundUnderWay(order: string): Notice;
    check: string;
  };
}
