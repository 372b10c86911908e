import type { Order } from '../../../contract/index.js';
import { latestSegment } from '../../../domain/index.js';
import type { PaymentContext } from './payment-context.js';

/** The seats of a paid order, with those before where they differ. */
export function seatsText({ t, format }: PaymentContext, order: Order): string {
  const { seats } = order.quote;
  const before = latestSegment(order.segmentsReplaced);
  const after = t.quotes.seats(seats, format);
  return before && before.seats !== seats
    ? t.end.change(t.quotes.seats(before.seats, format), after)
    : after;
}

/** Until when a paid order lasts, with the end before where it differs. */
export function untilText({ t, format }: PaymentContext, order: Order): string {
  const { endsAt } = latestSegment(order.segmentsGranted) ?? order.quote;
  const before = latestSegment(order.segmentsReplaced);
  return before && before.endsAt !== endsAt
    ? t.end.change(format.dateTime(before.endsAt), format.dateTime(endsAt))
    : format.dateTime(endsAt);
}
