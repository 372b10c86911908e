import type { Order } from '../../../contract/index.js';
import type { OrderDetailsStrings } from '../../../locales/order-details/strings.js';
import type { OrderListStrings } from '../../../locales/order-list/strings.js';
import type { Formatter } from '../../../locales/types.js';
import { isolated } from '../../../ui/isolated.js';
import { sentence } from '../../../ui/texts.js';
import type { RefundIneligibility } from '../../../domain/index.js';
import type { Obstacle } from '../actions.js';
import { periodOf, wordOf, type Span } from '../order-facts.js';

interface Printing {
  t: OrderListStrings;
  format: Formatter;
}

/** The time an order is for, as the table shows it. */
export function periodText(order: Order, { t, format }: Printing): string {
  const period = periodOf(order);
  if ('startsAt' in period) {
    return t.period(format.date(period.startsAt), format.date(period.endsAt));
  }
  if ('endsAt' in period) return t.until(format.date(period.endsAt));
  const { cycles, cycle, giftDays } = period;
  const term = t.quotes.cycles(cycles, cycle, format);
  return giftDays > 0 ? t.withGift(term, t.quotes.gift(giftDays, format)) : term;
}

export function spanText({ startsAt, endsAt }: Span, { t, format }: Printing): string {
  return t.period(format.date(startsAt), format.date(endsAt));
}

/** Every reason why something cannot be done. */
export function obstacleTexts(
  obstacle: Obstacle,
  { t, format }: Printing & { t: Pick<OrderDetailsStrings, 'obstacles' | 'orders'> },
): string[] {
  if (obstacle.code !== 'refund-ineligible') return [t.obstacles[obstacle.code]];
  return obstacle.reasons.map((reason) =>
    sentence<RefundIneligibility, Formatter>(t.orders.refundReasons, reason, format),
  );
}

/** Somebody as a record names them; the backend may know of nobody. */
export function personText(
  person: { userName: string; role: string } | null | undefined,
  { t }: Printing & { t: Pick<OrderDetailsStrings, 'orders'> },
): string {
  if (!person) return '';
  return t.details.person(isolated(person.userName), wordOf(t.orders.roles, person.role));
}

export function methodText({ method, settledByCredit }: Order, { t }: Printing): string {
  if (settledByCredit) return t.details.settledByCredit;
  return method ? t.orders.methods[method] : t.unchosen;
}
