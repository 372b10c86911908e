const KEY = 'seatkit:authorizing';

/** Remembers across the way to the wallet's authorisation and back which order is being paid. Without storage the payer presses once more. */
export class AuthorizeTrip {
  begin(orderId: string): void {
    try {
      sessionStorage.setItem(KEY, orderId);
    } catch {
      // Storage may be blocked or full.
    }
  }

  /** Whether the payer comes back for this order; true once. */
  isBackFor(orderId: string): boolean {
    try {
      if (sessionStorage.getItem(KEY) !== orderId) return false;
      sessionStorage.removeItem(KEY);
      return true;
    } catch {
      return false;
    }
  }
}
