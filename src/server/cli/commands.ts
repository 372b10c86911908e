import type { Command } from './command.js';
import { printKeys } from './keys.js';
import { serve } from './serve.js';
import { printToken } from './token.js';
import { confirmReturned } from './returned.js';
import { backUp, check, erase, restoreBackup, upgrade } from './upkeep.js';
import { work } from './work.js';

/** Everything that `seatkit-server` does, in the order of the help. */
export const COMMANDS: ReadonlyMap<string, Command> = new Map<string, Command>([
  [
    'serve',
    {
      usage: 'serve',
      help: 'serves the REST contract, and does what is due (the default)',
      words: 0,
      needs: ['Database', 'Server', 'Who asks', 'WeChat Pay', 'Bank transfer', 'Your own server'],
      run: serve,
    },
  ],
  [
    'worker',
    {
      usage: 'worker',
      help: 'only does what is due, beside servers with WORKER=off',
      words: 0,
      needs: ['Database', 'Server', 'WeChat Pay', 'Bank transfer', 'Your own server'],
      run: work,
    },
  ],
  [
    'migrate',
    {
      usage: 'migrate',
      help: 'brings the database up to date; serving does it too',
      words: 0,
      needs: ['Database'],
      run: upgrade,
    },
  ],
  [
    'backup',
    {
      usage: 'backup FILE',
      help: 'writes everything to a new file, while servers run',
      words: 1,
      needs: ['Database'],
      run: backUp,
    },
  ],
  [
    'restore',
    {
      usage: 'restore FILE',
      help: 'fills an empty database from a backup, of either kind of database',
      words: 1,
      needs: ['Database'],
      run: restoreBackup,
    },
  ],
  [
    'erase',
    {
      usage: 'erase INSTALLATION',
      help: "replaces what is known of a customer's people, and keeps the books",
      words: 1,
      needs: ['Database'],
      run: erase,
    },
  ],
  [
    'returned',
    {
      usage: 'returned ORDER TRANSACTION DAY',
      help: "says that a bank transfer was sent back, by the bank's number it arrived with",
      words: 3,
      needs: ['Database'],
      run: confirmReturned,
    },
  ],
  [
    'check',
    {
      usage: 'check',
      help: 'says where the books disagree; 1 when they do',
      words: 0,
      needs: ['Database'],
      run: check,
    },
  ],
  [
    'keys',
    {
      usage: 'keys',
      help: 'prints ENTITLEMENT_KEYS with a new key, before those that are set',
      words: 0,
      needs: ['ENTITLEMENT_KEYS'],
      run: printKeys,
    },
  ],
  [
    'token',
    {
      usage: 'token',
      help: 'prints a host token for a trial: --role, --user, --name, --installations, --minutes',
      words: 0,
      needs: ['HOST_TOKEN_SECRETS'],
      run: printToken,
    },
  ],
]);
