import type { Change } from '../../contract/index.js';
import type { ChangeFeed, PlacedChange } from '../changes.js';
import { errorFields, type Log } from '../log.js';
import { isAfter, isPosition } from './position.js';
import { createStream, type Stream } from './stream.js';

/** Whose changes a stream tells. */
export interface StreamScope {
  installations: 'all' | readonly string[];
  /** The one that is watched; null where all are. What is told when it cannot be known what changed. */
  watched: string | null;
  /** Whether changes name orders. */
  orders: boolean;
}

/** Streams of server-sent events over the change feed. */
export interface ChangeStreams {
  /**
   * Opens one. It begins with what was missed after `lastEventId`; without one with what changed just now, since a page may have asked
   * how things are before it listened.
   *
   * @param lifetimeMs when to end it at the latest; who listens connects again, and is asked again who they are
   * @param onEnd called once, however it ends
   * @throws what the feed throws
   */
  open(
    scope: StreamScope,
    lastEventId: string | null,
    lifetimeMs: number,
    onEnd: () => void,
  ): Promise<ReadableStream<Uint8Array>>;
  /** Ends all of them. */
  close(): void;
}

/** Changes read at a time. */
const BATCH = 200;
/** More than these are not told one by one to who was away: something changed, and that is all. */
const MOST_MISSED = 1000;
/** A page that began to listen when it began to ask is heard here after no longer than this, and processes' clocks differ by less. */
const JUST_NOW_MS = 5000;
/** Pages take 45 s of silence for a broken line. */
const BEAT_MS = 12_000;

interface Listener {
  scope: StreamScope;
  stream: Stream;
  /** The last change that was told or passed over. */
  position: string;
  /** What happens while it catches up; null afterwards. */
  held: PlacedChange[] | null;
}

/** One reader of the feed for all streams of this process; it reads only while somebody listens. */
export function createChangeStreams(feed: ChangeFeed, log: Log): ChangeStreams {
  const listeners = new Set<Listener>();
  let stopReading: (() => void) | null = null;
  let position = '0';
  let reading: Promise<void> | null = null;
  let more = false;

  /** Begins to read where the feed is now. */
  async function begin(): Promise<void> {
    if (stopReading) return;
    const latest = await feed.latest();
    // Two may have come at once, and all may be gone again.
    if (listeners.size > 0) stopReading ??= readFrom(latest);
  }

  function readFrom(latest: string): () => void {
    position = latest;
    const stopNews = feed.onNews(news);
    // A try now and then beside the news: the feed may have been out of reach when they came.
    const beat = setInterval(() => {
      for (const { stream } of listeners) stream.comment();
      news();
    }, BEAT_MS);
    return () => {
      stopNews();
      clearInterval(beat);
    };
  }

  function news(): void {
    more = true;
    reading ??= readOn().finally(() => {
      reading = null;
      // What came after the last look, and before this line.
      if (more && stopReading) news();
    });
  }

  async function readOn(): Promise<void> {
    try {
      while (more && stopReading) {
        more = false;
        const changes = await feed.after(position, 'all', BATCH);
        if (changes === null) await skip();
        else changes.forEach(pass);
        if (changes?.length === BATCH) more = true;
      }
    } catch (error) {
      log.warn('changes-unreadable', errorFields(error));
    }
  }

  /** What happened cannot be known: everyone is to look again. */
  async function skip(): Promise<void> {
    position = await feed.latest();
    for (const listener of listeners) tellUnknown(listener, position);
  }

  function pass(placed: PlacedChange): void {
    position = placed.position;
    for (const listener of listeners) {
      if (listener.held) listener.held.push(placed);
      else tell(listener, placed);
    }
  }

  function leave(listener: Listener): void {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    stopReading?.();
    stopReading = null;
  }

  /** Where to begin for who has heard nothing yet; said at once, in case the line breaks before anything happens. */
  async function greet(listener: Listener): Promise<string> {
    const from = await feed.latest(new Date(Date.now() - JUST_NOW_MS).toISOString());
    listener.position = from;
    listener.stream.send(`id: ${from}\n\n`);
    return from;
  }

  /** Tells what was missed; `held` has what happens meanwhile. */
  async function catchUp(listener: Listener, lastEventId: string): Promise<void> {
    const { installations } = listener.scope;
    let from = lastEventId;
    for (let missed = 0; isPosition(from) && missed < MOST_MISSED; missed += BATCH) {
      const changes = await feed.after(from, installations, BATCH);
      if (changes === null) break;
      for (const placed of changes) tell(listener, placed);
      if (changes.length < BATCH) return;
      from = changes.at(-1)?.position ?? from;
    }
    tellUnknown(listener, position);
  }

  return {
    async open(scope, lastEventId, lifetimeMs, onEnd) {
      const stream = createStream(() => {
        clearTimeout(timer);
        leave(listener);
        onEnd();
      });
      const timer = setTimeout(() => stream.end(), lifetimeMs);
      const listener: Listener = { scope, stream, position: '', held: [] };
      listeners.add(listener);
      try {
        await begin();
        await catchUp(listener, lastEventId ?? (await greet(listener)));
      } catch (error) {
        stream.end();
        throw error;
      }
      const held = listener.held ?? [];
      listener.held = null;
      for (const placed of held) tell(listener, placed);
      return stream.body;
    },
    close() {
      for (const { stream } of [...listeners]) stream.end();
    },
  };
}

function tell(listener: Listener, { position, change }: PlacedChange): void {
  const { scope, stream } = listener;
  if (listener.position !== '' && !isAfter(position, listener.position)) return;
  listener.position = position;
  const { installationId } = change;
  const theirs =
    scope.installations === 'all' ||
    (installationId !== null && scope.installations.includes(installationId));
  if (theirs) stream.send(eventOf(position, scope.orders ? change : { installationId }));
}

function tellUnknown(listener: Listener, position: string): void {
  listener.position = position;
  listener.stream.send(eventOf(position, { installationId: listener.scope.watched }));
}

function eventOf(position: string, change: Change): string {
  return `event: change\nid: ${position}\ndata: ${JSON.stringify(change)}\n\n`;
}
