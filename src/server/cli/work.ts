import { createBilling } from '../../billing/index.js';
import { createIds } from '../ids.js';
import { untilStopped } from '../node/until-stopped.js';
import { startWorker } from '../worker.js';
import { assemble } from './assemble.js';
import type { CommandContext } from './command.js';

/** Does what is due until a signal comes, without serving: for `WORKER=off` on the servers. */
export async function work({ config, options, io, log }: CommandContext): Promise<number> {
  const parts = await assemble(config, log, options.demo === true);
  const { store, clock } = parts;
  const billing = createBilling({ ...parts, ids: createIds(clock) });
  const prune = (before: string): Promise<void> => store.changes.prune(before);
  const worker = startWorker({ billing, log, prune });
  const deafen = store.changes.onNews(() => worker.wake());
  const stopped = untilStopped({
    signals: io.signals,
    limitMs: config.server.STOP_TIMEOUT_MS,
    log,
    async stop() {
      deafen();
      await worker.stop();
      await store.close();
    },
  });
  log.info('working');
  return stopped;
}
