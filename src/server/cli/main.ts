import { readFileSync } from 'node:fs';
import { ConfigError, readConfig, type Config } from '../config/config.js';
import type { ConfigFault } from '../config/read-settings.js';
import { jsonLog } from '../log.js';
import { readCommandLine, type CommandLine } from './command-line.js';
import { COMMANDS } from './commands.js';
import type { Command } from './command.js';
import { helpText } from './help.js';
import type { Io } from './io.js';
import { withLevel } from './log-level.js';

/** Exit code for what was asked wrongly, as shells know it. */
const MISUSED = 2;

/**
 * Runs `seatkit-server` with the words of its command line.
 *
 * @returns the exit code: 0 for done, 1 for failed, 2 for asked wrongly
 */
export async function main(given: readonly string[], io: Io): Promise<number> {
  const line = readCommandLine(given);
  if (line.options.help) {
    io.stdout.write(helpText(COMMANDS));
    return 0;
  }
  const command = COMMANDS.get(line.command ?? 'serve');
  const faults = [...line.faults, ...wordFaults(line, command)];
  const config = command && configFor(command, line, io, faults);
  if (!command || !config || faults.length > 0) {
    io.stderr.write(`seatkit-server cannot start:\n${faults.map(printed).join('\n')}\n`);
    return MISUSED;
  }
  const log = withLevel(jsonLog(io.stderr), config.server.LOG_LEVEL);
  try {
    return await command.run({ ...line, config, io, log });
  } catch (error) {
    io.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
}

function wordFaults({ command, words }: CommandLine, known: Command | undefined): ConfigFault[] {
  if (!known) return [{ name: command ?? '', problem: 'is no command; see --help' }];
  if (words.length === known.words) return [];
  return [{ name: known.usage, problem: `takes ${known.words} word(s), not ${words.length}` }];
}

function configFor(
  { needs }: Command,
  { flags, options }: CommandLine,
  { environment }: Io,
  faults: ConfigFault[],
): Config | null {
  const readFile = (path: string): string => readFileSync(path, 'utf8');
  try {
    return readConfig({ environment, flags, readFile }, needs, {
      simulated: options.demo === true,
    });
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    faults.push(...error.faults);
    return null;
  }
}

function printed({ name, problem }: ConfigFault): string {
  return `  ${name} ${problem}`;
}
