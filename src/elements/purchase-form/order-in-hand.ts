/** Remembers, for this tab, which order of an installation is being paid, so that a payer who left the page to pay finds the receipt. */
function nameOf(installationId: string): string {
  return `seatkit:paying:${installationId}`;
}

/** @param orderId null: none any more */
export function rememberOrder(installationId: string, orderId: string | null): void {
  try {
    if (orderId === null) sessionStorage.removeItem(nameOf(installationId));
    else sessionStorage.setItem(nameOf(installationId), orderId);
  } catch {
    // Where storage is blocked, the order list has the receipt.
  }
}

export function recallOrder(installationId: string): string | null {
  try {
    return sessionStorage.getItem(nameOf(installationId));
  } catch {
    return null;
  }
}
