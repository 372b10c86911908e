const SCHEMES = new Set(['https:', 'http:']);

/**
 * The page on which an order is paid.
 *
 * @param template an address with `{orderId}` where the order's id goes
 * @returns null when it is no web address
 */
export function payUrlOf(template: string | null, orderId: string): string | null {
  if (!template) return null;
  try {
    const filled = template.replaceAll('{orderId}', encodeURIComponent(orderId));
    const { protocol, href } = new URL(filled, document.baseURI);
    return SCHEMES.has(protocol) ? href : null;
  } catch {
    return null;
  }
}
