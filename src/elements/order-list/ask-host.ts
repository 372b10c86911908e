import type { Order } from '../../contract/index.js';
import type { SeatkitElement } from '../../ui/seatkit-element.js';
import { renewalOf } from './actions.js';
import './events.js';

/** Tells the host that somebody wants to pay or renew; false when the host takes it from there. */
export function askHost(
  list: Pick<SeatkitElement, 'emit'>,
  id: 'pay' | 'renew',
  order: Order,
): boolean {
  const { id: orderId, installationId } = order;
  if (id === 'pay') return list.emit('order-pay', { orderId }, { cancelable: true });
  const request = renewalOf(order);
  return list.emit('order-renew', { orderId, installationId, request }, { cancelable: true });
}
