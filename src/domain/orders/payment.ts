import type { PaymentMethod, PaymentState } from './types.js';

/** The states an attempt passes while it is open, in order (SPEC §5). A gateway may skip some. */
const OPEN_STATES: Readonly<Record<PaymentMethod, readonly PaymentState[]>> = {
  wechat: ['creating', 'open'],
  'bank-transfer': ['creating', 'created', 'processing', 'bank-accepted'],
};

const CLOSED_STATES: readonly PaymentState[] = ['closed', 'revoked'];

/**
 * The state of a payment attempt after the gateway reported one; null when the report changes nothing: it is a duplicate, out of order,
 * or of the other method. An attempt never moves back. Once closed it can only turn out to have succeeded, since money that did arrive
 * is never dropped; `succeeded` is final.
 */
export function paymentTransition(
  method: PaymentMethod,
  state: PaymentState,
  reported: PaymentState,
): PaymentState | null {
  const from = rank(method, state);
  const to = rank(method, reported);
  return from >= 0 && to > from ? reported : null;
}

/** Whether the payer may still pay by the attempt. */
export function isOpenPayment(state: PaymentState): boolean {
  return state !== 'succeeded' && !CLOSED_STATES.includes(state);
}

/** Whether a bank transfer is on its way, which bars lapse, cancel and change of method. */
export function isTransferUnderWay(state: PaymentState): boolean {
  return state === 'processing' || state === 'bank-accepted';
}

/** How far along a state is; −1 where the method knows no such state. */
function rank(method: PaymentMethod, state: PaymentState): number {
  const open = OPEN_STATES[method];
  if (state === 'succeeded') return open.length + 1;
  return CLOSED_STATES.includes(state) ? open.length : open.indexOf(state);
}
