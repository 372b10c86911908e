import { isBackendError } from '../../contract/index.js';
import { errorFrom } from '../../schemas/error-from-problem.js';
import { CHANGES_ROUTES } from '../../schemas/routes.js';
import { addressOf } from './request.js';
import type { Transport } from './transport.js';
import type { OpenStream } from './watch.js';

/** Opens streams at the changes route. Fails where trying again may help: no network, no session yet, a busy server. */
export function createOpenStream(base: URL, transport: Transport): OpenStream {
  return async (installationId, lastEventId, signal) => {
    const route = installationId === null ? CHANGES_ROUTES.all : CHANGES_ROUTES.one;
    try {
      return await transport(
        {
          method: route.method,
          url: addressOf(base, route.path, installationId ?? undefined),
          headers: {
            Accept: 'text/event-stream',
            ...(lastEventId ? { 'Last-Event-ID': lastEventId } : {}),
          },
        },
        bodyOf,
        signal,
      );
    } catch (error) {
      if (isBackendError(error) && (error.retryable || error.code === 'unauthenticated')) {
        throw error;
      }
      signal.throwIfAborted();
      return null;
    }
  };
}

function bodyOf(response: Response): Promise<ReadableStream<Uint8Array> | null> {
  const type = response.headers.get('Content-Type') ?? '';
  const streams = response.status === 200 && type.startsWith('text/event-stream');
  if (streams) return Promise.resolve(response.body);
  void response.body?.cancel();
  if (response.ok || [404, 405, 406, 501].includes(response.status)) return Promise.resolve(null);
  return Promise.reject(errorFrom(null, response.status, response.headers));
}
