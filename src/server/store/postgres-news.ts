import pg from 'pg';

const CHANNEL = 'seatkit_changes';
/** One word is enough for all that is committed within so many milliseconds. */
const TOGETHER_MS = 20;
/** How long until a lost connection is made again, and until one that may miss a word looks by itself. */
const LOOK_EVERY_MS = 2000;

export interface PostgresNews {
  listen(onNews: () => void): () => void;
  announce(): void;
  close(): Promise<void>;
}

/**
 * Word from process to process through LISTEN and NOTIFY. It is sent after a commit, not within it: a transaction that notifies holds
 * a lock of the whole server while it commits. Should it get lost, listeners look by themselves within seconds.
 */
export function createPostgresNews(
  connection: pg.ClientConfig,
  query: (sql: string) => Promise<unknown>,
): PostgresNews {
  const listeners = new Set<() => void>();
  let client: pg.Client | null = null;
  let looking: NodeJS.Timeout | null = null;
  let telling: NodeJS.Timeout | null = null;

  const tell = () => {
    for (const listener of listeners) listener();
  };

  async function connect(): Promise<void> {
    const made = new pg.Client(connection);
    const forget = () => {
      if (client === made) client = null;
      void made.end().catch(() => undefined);
    };
    client = made;
    made.on('error', forget);
    made.on('end', forget);
    made.on('notification', tell);
    try {
      await made.connect();
      await made.query(`listen ${CHANNEL}`);
    } catch {
      forget();
    }
  }

  function look(): void {
    if (!client) void connect();
    tell();
  }

  function stop(): void {
    if (looking) clearInterval(looking);
    looking = null;
    const ended = client;
    client = null;
    void ended?.end().catch(() => undefined);
  }

  return {
    listen(onNews) {
      listeners.add(onNews);
      if (!looking) {
        void connect();
        looking = setInterval(look, LOOK_EVERY_MS).unref();
      }
      return () => {
        listeners.delete(onNews);
        if (listeners.size === 0) stop();
      };
    },
    announce() {
      telling ??= setTimeout(() => {
        telling = null;
        query(`notify ${CHANNEL}`).catch(() => undefined);
      }, TOGETHER_MS).unref();
    },
    async close() {
      if (telling) {
        clearTimeout(telling);
        await query(`notify ${CHANNEL}`).catch(() => undefined);
      }
      listeners.clear();
      stop();
    },
  };
}
