import type { Role } from '../../contract/index.js';
import { createHostToken } from '../auth/host-token.js';
import type { CommandContext } from './command.js';

const ROLES: readonly Role[] = ['provider', 'administrator', 'member', 'operator'];
const MINUTES = 60;
const MINUTE_MS = 60_000;
const MOST_MINUTES = 1_000_000;

/**
 * Prints a host token by the newest of HOST_TOKEN_SECRETS, as the host's own server would make one.
 *
 * @throws Error when an option does not fit, or there is no secret
 */
export function printToken({ config, options, io }: CommandContext): Promise<number> {
  const [secret] = config.hostTokenSecrets;
  if (secret === undefined) throw new Error('HOST_TOKEN_SECRETS is missing.');
  const role = ROLES.find((each) => each === (options.role ?? 'administrator'));
  if (!role) throw new Error(`--role: expected ${ROLES.join(', ')}`);
  const minutes = Number(options.minutes ?? MINUTES);
  if (!(minutes > 0 && minutes <= MOST_MINUTES)) throw new Error('--minutes: expected a number');
  const { user = role, name = user, installations = 'all' } = options;
  const token = createHostToken(
    {
      role,
      userId: String(user),
      userName: String(name),
      installations:
        installations === 'all' ? 'all' : String(installations).split(',').filter(Boolean),
      expiresAt: new Date(Date.now() + minutes * MINUTE_MS).toISOString(),
    },
    { secret },
  );
  io.stdout.write(`${token}\n`);
  return Promise.resolve(0);
}
