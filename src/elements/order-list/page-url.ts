import type { Order } from '../../contract/index.js';

const SCHEMES = new Set(['https:', 'http:']);

/**
 * The host's page for an order.
 *
 * @param template an address with `{orderId}` and `{installationId}` where these ids go
 * @returns null when it is no web address
 */
export function pageUrlOf(
  template: string | null,
  { id, installationId }: Pick<Order, 'id' | 'installationId'>,
): string | null {
  if (!template) return null;
  try {
    const filled = template
      .replaceAll('{orderId}', encodeURIComponent(id))
      .replaceAll('{installationId}', encodeURIComponent(installationId));
    const { protocol, href } = new URL(filled, document.baseURI);
    return SCHEMES.has(protocol) ? href : null;
  } catch {
    return null;
  }
}
