import type { Quote, QuoteRequest } from '../../domain/index.js';
import type { Asked } from '../context.js';
import { freshQuote } from '../fresh-quote.js';
import { readRequest } from '../input.js';
import { findInstallation } from '../locate.js';

/** The price now. @throws BackendError `invalid` with `violations` when it cannot be ordered */
export async function quote(
  { store, principal, clock }: Asked,
  id: string,
  asked: QuoteRequest,
): Promise<Quote> {
  const request = readRequest(asked);
  return store.transaction('read', async (tx) => {
    const installation = await findInstallation(tx, principal, id);
    return (await freshQuote(tx, installation, request, clock.now())).quote;
  });
}
