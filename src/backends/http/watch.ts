import type { BillingBackend, Change } from '../../contract/index.js';
import { change } from '../../schemas/installation.js';
import { abortable, wait, type HttpEnvironment } from './environment.js';
import { createEventReader, type StreamEvent } from './event-stream.js';
import { backoff } from './retry.js';

/** Opens the stream of an installation, or of all with null; null where there is none to be had, now or later. */
export type OpenStream = (
  installationId: string | null,
  lastEventId: string,
  signal: AbortSignal,
) => Promise<ReadableStream<Uint8Array> | null>;

/** Silence after which a stream is taken for dead, in milliseconds: servers send at least a comment every 15 s. */
const LONGEST_SILENCE = 45_000;
/** Before the first and the longest pause between two connections, in milliseconds. */
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 60_000;

interface Stream {
  listeners: Set<(change: Change) => void>;
  stop: AbortController;
}

/** `watch` over server-sent events: one stream for all who watch the same installation, resumed whenever it breaks. */
export function createWatch(
  open: OpenStream,
  environment: HttpEnvironment,
): BillingBackend['watch'] {
  const streams = new Map<string | null, Stream>();

  const start = (id: string | null): Stream => {
    const stream: Stream = { listeners: new Set(), stop: new AbortController() };
    streams.set(id, stream);
    const tell = (what: Change) => {
      for (const listener of stream.listeners) listener(what);
    };
    void follow(id, open, tell, stream.stop.signal, environment);
    return stream;
  };

  return (id, onChange) => {
    const stream = streams.get(id) ?? start(id);
    // A task of its own: a listener that throws is reported like any other, and the stream goes on.
    const listener = (what: Change) =>
      queueMicrotask(() => {
        if (stream.listeners.has(listener)) onChange(what);
      });
    stream.listeners.add(listener);
    return () => {
      stream.listeners.delete(listener);
      if (stream.listeners.size > 0 || streams.get(id) !== stream) return;
      streams.delete(id);
      stream.stop.abort();
    };
  };
}

/** Keeps a stream open until it is stopped or turns out not to exist. */
async function follow(
  id: string | null,
  open: OpenStream,
  tell: (what: Change) => void,
  signal: AbortSignal,
  environment: HttpEnvironment,
): Promise<void> {
  let lastEventId = '';
  let firstPause = FIRST_PAUSE;
  let failures = 0;
  let interrupted = false;

  const hear = (event: StreamEvent) => {
    lastEventId = event.id ?? lastEventId;
    firstPause = event.retry ?? firstPause;
    const what = changeOf(event);
    if (what) tell(what);
  };

  while (!signal.aborted) {
    try {
      const body = await open(id, lastEventId, signal);
      if (!body) return;
      // Without an id to resume from, what happened in between is unknown.
      if (interrupted && lastEventId === '') tell({ installationId: id });
      await readAll(
        body,
        (events) => {
          failures = 0;
          events.forEach(hear);
        },
        signal,
        environment,
      );
    } catch {
      failures += 1;
    }
    interrupted = true;
    const pause = backoff(failures, firstPause, LONGEST_PAUSE, environment.random);
    await wait(environment.schedule, pause, signal).catch(() => undefined);
  }
}

function changeOf({ type, data }: StreamEvent): Change | null {
  if (type !== 'change') return null;
  try {
    return change.safeParse(JSON.parse(data)).data ?? null;
  } catch {
    return null;
  }
}

/** Resolves at the end of the stream; rejects when it breaks, falls silent or is stopped. */
async function readAll(
  body: ReadableStream<Uint8Array>,
  hear: (events: StreamEvent[]) => void,
  signal: AbortSignal,
  { schedule }: HttpEnvironment,
): Promise<void> {
  const reader = body.getReader();
  const read = createEventReader();
  const decoder = new TextDecoder();
  const silence = new AbortController();
  const stop = () => silence.abort();
  signal.addEventListener('abort', stop);
  try {
    while (!signal.aborted) {
      const cancelTimer = schedule(stop, LONGEST_SILENCE);
      const { done, value } = await abortable(reader.read(), silence.signal).finally(cancelTimer);
      if (done) return;
      hear(read(decoder.decode(value, { stream: true })));
    }
  } finally {
    signal.removeEventListener('abort', stop);
    reader.cancel().catch(() => undefined);
  }
}
