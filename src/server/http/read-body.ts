import { HttpFault } from './problem.js';

/** The largest body, in bytes: a policy with a hundred tiers and steps has a quarter of it. */
export const MOST_BYTES = 64 * 1024;

/**
 * The body of a request as text; empty when it has none.
 *
 * @param ms how long it may take to arrive
 * @throws HttpFault 413 as soon as it is too long, 408 when it is too slow, 400 when it is cut off or no UTF-8, 415 for another encoding
 */
export async function readBody(request: Request, ms: number): Promise<string> {
  if (request.headers.has('Content-Encoding')) {
    throw new HttpFault(415, 'The body must not be compressed');
  }
  if (Number(request.headers.get('Content-Length')) > MOST_BYTES) throw tooLarge();
  const reader = request.body?.getReader();
  if (!reader) return '';
  const limit = timeLimit(ms);
  try {
    return decode(await readAll(reader, limit.over));
  } finally {
    limit.stop();
    // Whatever is left of it is not waited for.
    reader.cancel().catch(() => undefined);
  }
}

async function readAll(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  over: Promise<never>,
): Promise<Uint8Array[]> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for (;;) {
    const { done, value } = await Promise.race([reader.read().catch(cutOff), over]);
    if (done) return chunks;
    bytes += value.byteLength;
    if (bytes > MOST_BYTES) throw tooLarge();
    chunks.push(value);
  }
}

function decode(chunks: readonly Uint8Array[]): string {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    const text = chunks.map((chunk) => decoder.decode(chunk, { stream: true })).join('');
    return text + decoder.decode();
  } catch {
    throw new HttpFault(400, 'The body is no UTF-8');
  }
}

function timeLimit(ms: number): { over: Promise<never>; stop: () => void } {
  let stop = (): void => undefined;
  const over = new Promise<never>((_, reject) => {
    const timer = setTimeout(() => reject(new HttpFault(408, 'The body took too long')), ms);
    stop = () => clearTimeout(timer);
  });
  return { over, stop };
}

function cutOff(): never {
  throw new HttpFault(400, 'The body was cut off');
}

function tooLarge(): HttpFault {
  return new HttpFault(413, 'The body is too large');
}
