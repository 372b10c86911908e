/**
 * A server put together as `seatkit-server` does it, but with a clock that a test moves, WeChat Pay played by the test, and deaths at
 * chosen points.
 */
import process from 'node:process';
import { sql } from 'kysely';
import {
  authenticateHostToken,
  combineGateways,
  createServer,
  createWeChatPay,
  jsonLog,
  openStore,
  startWorker,
  type ServerStore,
} from '../../../src/server/index.js';
import { listen } from '../../../src/server/node/listen.js';
import { engineOf } from '../../../src/server/store/handles.js';
import type { RaceSetup, RaceWord } from './setup.js';

const { database, wechat: merchant, secret, port, ...given } = setup();
let { offsetMs, death } = given;
const clock = { now: () => new Date(Date.now() + offsetMs).toISOString() };
const log = jsonLog(process.stderr);

function setup(): RaceSetup {
  return JSON.parse(process.env.SETUP ?? '') as RaceSetup;
}

function reached(at: 'before-commit' | 'after-commit'): void {
  if (death?.at !== at) return;
  death.after -= 1;
  if (death.after <= 0) process.kill(process.pid, 'SIGKILL');
}

const opened = await openStore(database);
const store: ServerStore = {
  ...opened,
  async transaction(mode, work) {
    if (mode === 'read') return opened.transaction(mode, work);
    const did = { write: false };
    const result = await opened.transaction(mode, async (tx) => {
      const noticing = new Proxy(tx, {
        get(calls, name) {
          did.write ||= /^(put|add|delete)/.test(String(name));
          return calls[name as keyof typeof calls];
        },
      });
      const worked = await work(noticing);
      if (did.write) reached('before-commit');
      return worked;
    });
    if (did.write) reached('after-commit');
    return result;
  },
};

const wechat = createWeChatPay({ ...merchant, clock, log });
const server = createServer({
  store,
  clock,
  log,
  gateway: combineGateways({ store, wechat }),
  authenticate: authenticateHostToken({ secrets: [secret] }),
  notifier: { send: () => Promise.resolve() },
  events: {
    deliver(id, { type, data }) {
      log.info('told', { id, type, order: 'orderId' in data ? data.orderId : null });
      return Promise.resolve();
    },
  },
  notifications: (request, billing) => wechat.notifications(billing)(request),
  limits: { requestsPerSecond: 1e6, burst: 1e6, streams: 1000 },
  onWork: () => worker.wake(),
});
const worker = startWorker({
  billing: server.billing,
  log,
  clock,
  prune: (before) => store.changes.prune(before),
});
store.changes.onNews(() => worker.wake());

process.on('message', (word: RaceWord) => {
  if ('offsetMs' in word) ({ offsetMs } = word);
  else if ('death' in word) ({ death } = word);
  else
    void sql`pragma max_page_count = ${sql.lit(word.mostPages)}`
      .execute(engineOf(opened).db)
      .then(() => log.info('pages-limited'));
  worker.wake();
});
process.on('disconnect', () => process.exit());

const { url } = await listen({
  fetch: (request) => server.fetch(request),
  host: '127.0.0.1',
  port,
});
log.info('listening', { url });
