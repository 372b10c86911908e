import { isBackendError } from '../../contract/index.js';
import {
  backup,
  checkBooks,
  eraseCustomer,
  migrate,
  openStore,
  restore,
  type ServerStore,
} from '../store/index.js';
import type { CommandContext } from './command.js';

/** Brings the database up to date. */
export async function upgrade({ config, log }: CommandContext): Promise<number> {
  await migrate(config.database);
  log.info('migrated');
  return 0;
}

/** Writes everything to a new file. */
export async function backUp({ config, words: [file = ''], log }: CommandContext): Promise<number> {
  await backup(config.database, file);
  log.info('backed-up', { file });
  return 0;
}

/** Fills an empty database. */
export async function restoreBackup(context: CommandContext): Promise<number> {
  const { config, words, log } = context;
  const [file = ''] = words;
  await restore(config.database, file);
  log.info('restored', { file });
  return 0;
}

/** Takes the people out of an installation's records. */
export function erase({ config, words: [id = ''], log }: CommandContext): Promise<number> {
  return withStore(config.database, async (store) => {
    try {
      await eraseCustomer(store, id);
    } catch (error) {
      if (isBackendError(error) && error.code === 'not-found')
        throw new Error(`There is no installation ${id}.`, { cause: error });
      throw error;
    }
    log.info('erased', { installation: id });
    return 0;
  });
}

/** Prints every disagreement of the books as a line of JSON. */
export function check({ config, io, log }: CommandContext): Promise<number> {
  return withStore(config.database, async (store) => {
    const found = await checkBooks(store);
    for (const disagreement of found) io.stdout.write(`${JSON.stringify(disagreement)}\n`);
    log.info('checked', { disagreements: found.length });
    return found.length === 0 ? 0 : 1;
  });
}

/** Opens the database for as long as something needs it. */
export async function withStore(
  options: CommandContext['config']['database'],
  run: (store: ServerStore) => Promise<number>,
): Promise<number> {
  const store = await openStore(options);
  try {
    return await run(store);
  } finally {
    await store.close();
  }
}
