/** Schemes a payment may lead to: pages, and WeChat itself from a phone's browser. */
const SCHEMES = new Set(['https:', 'http:', 'weixin:']);

/** The address as the browser would open it; null when it is no whole address or its scheme is not allowed. */
export function safePaymentUrl(url: string): string | null {
  try {
    const { protocol, href } = new URL(url);
    return SCHEMES.has(protocol) ? href : null;
  } catch {
    return null;
  }
}

/** Where a payer comes back to: this very page, unless it has no web address. */
export function returnUrl(): string | undefined {
  return /^https?:$/.test(location.protocol) ? location.href : undefined;
}
