import { createSigningKey } from '../../verify/index.js';
import type { CommandContext } from './command.js';

/** Prints a key set whose first key is new. The ones before it stay published until the last token they signed is over. */
export async function printKeys({ config, io }: CommandContext): Promise<number> {
  const keys = [await createSigningKey(), ...config.entitlementKeys];
  io.stdout.write(`${JSON.stringify({ keys })}\n`);
  return 0;
}
