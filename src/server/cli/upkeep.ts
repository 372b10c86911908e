import { migrate } from '../store/index.js';
import type { CommandContext } from './command.js';

/** Brings the database up to date. */
export async function upgrade({ config, log }: CommandContext): Promise<number> {
  await migrate(config.database);
  log.info('migrated');
  return 0;
}
