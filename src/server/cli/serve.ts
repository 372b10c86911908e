import { createServer } from '../index.js';
import { withPayerAddress } from '../gateway/index.js';
import { listen, type Listening } from '../node/listen.js';
import { untilStopped } from '../node/until-stopped.js';
import { startWorker, type Worker } from '../worker.js';
import { assemble, signerOf } from './assemble.js';
import { authenticationOf } from './authentication.js';
import { callerAddress } from './caller-address.js';
import type { CommandContext } from './command.js';
import { withPages } from './pages.js';

/** Serves until a signal comes: HTTP, and the worker in the same process unless it runs apart. */
export async function serve({ config, options, io, log }: CommandContext): Promise<number> {
  const signer = await signerOf(config);
  const authenticate = authenticationOf(config);
  const parts = await assemble(config, log, options.demo === true);
  const { store, wechatPay } = parts;
  const { HOST, PORT, BASE_PATH, CORS_ORIGINS, WORKER, STOP_TIMEOUT_MS } = config.server;

  let worker: Worker | null = null;
  const wake = (): void => worker?.wake();
  const server = createServer({
    ...parts,
    authenticate,
    signer,
    notifications: wechatPay && ((request, billing) => wechatPay.notifications(billing)(request)),
    ...(CORS_ORIGINS && { cors: { origins: CORS_ORIGINS } }),
    limits: {
      requestsPerSecond: config.server.RATE_PER_SECOND,
      burst: config.server.RATE_BURST,
    },
    log,
    basePath: BASE_PATH ?? '',
    onWork: wake,
  });
  const answer = withPages(server, parts, BASE_PATH ?? '', wake);

  let listening: Listening;
  try {
    listening = await listen({
      host: HOST,
      port: PORT,
      fetch(request, socketAddress) {
        const address = callerAddress(request, socketAddress, config.server.CLIENT_ADDRESS_HEADER);
        return withPayerAddress(address, () => answer(request));
      },
    });
  } catch (error) {
    await store.close();
    throw error;
  }
  if (WORKER === 'on') {
    const prune = (before: string): Promise<void> => store.changes.prune(before);
    worker = startWorker({ billing: server.billing, log, prune });
  }
  const deafen = store.changes.onNews(wake);
  const stopped = untilStopped({
    signals: io.signals,
    limitMs: STOP_TIMEOUT_MS,
    log,
    async stop() {
      deafen();
      await Promise.all([listening.close(), server.close(), worker?.stop()]);
      await store.close();
    },
  });
  log.info('listening', { url: listening.url, worker: WORKER });
  return stopped;
}
