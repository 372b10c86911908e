import { settings } from './settings.js';

/** `fetch` with the latency and the fault that the bar sets. Streams of changes are spared. */
export const faultyFetch: typeof fetch = async (input, init) => {
  const { latency, fault } = settings();
  const address = input instanceof Request ? input.url : String(input);
  if (address.endsWith('/changes')) return fetch(input, init);
  if (latency > 0) await new Promise((resolve) => setTimeout(resolve, latency));
  switch (fault) {
    case '':
      return fetch(input, init);
    case 'network':
      throw new TypeError('The network is down');
    case 'unavailable':
      return new Response(null, { status: 503 });
    case 'hang':
      return new Promise<never>(() => undefined);
    case 'rubbish':
      return new Response('{"rubbish":true}');
    case 'twice':
      await fetch(input, init);
      return fetch(input, init);
  }
};
