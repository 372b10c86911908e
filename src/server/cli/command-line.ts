import { parseArgs } from 'node:util';
import { ALL_SETTINGS, type ConfigFault } from '../config/read-settings.js';

/** What was asked for on the command line. */
export interface CommandLine {
  /** The first word; null without one. */
  command: string | null;
  /** The words after it. */
  words: readonly string[];
  /** Settings given as flags, by their names. */
  flags: Readonly<Record<string, string>>;
  /** Options of commands, by their names without dashes. */
  options: Readonly<Record<string, string | true>>;
  faults: readonly ConfigFault[];
}

/** Options that are no settings, and what they take; `true` for those that take nothing. */
export const OPTIONS: Readonly<Record<string, true | string>> = {
  help: true,
  demo: true,
  role: 'ROLE',
  user: 'ID',
  name: 'NAME',
  installations: 'IDS',
  minutes: 'NUMBER',
};

/** `--database-url` for DATABASE_URL. Secrets have no flag, since every user of a machine can read its command lines. */
export const FLAGS: ReadonlyMap<string, string> = new Map(
  ALL_SETTINGS.filter(([name, { secret }]) => !secret || name === 'DATABASE_URL').map(([name]) => [
    name.toLowerCase().replaceAll('_', '-'),
    name,
  ]),
);

export function readCommandLine(given: readonly string[]): CommandLine {
  const known = [
    ...[...FLAGS.keys()].map((name) => [name, { type: 'string' }] as const),
    ...Object.entries(OPTIONS).map(
      ([name, takes]) => [name, { type: takes === true ? 'boolean' : 'string' }] as const,
    ),
  ];
  const { tokens, positionals } = parseArgs({
    args: [...given],
    options: { ...Object.fromEntries(known), help: { type: 'boolean', short: 'h' } },
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const flags: Record<string, string> = {};
  const options: Record<string, string | true> = {};
  const faults: ConfigFault[] = [];
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const { name, rawName } = token;
    // `--port --demo` has no port.
    const value = token.inlineValue === false && token.value.startsWith('-') ? '' : token.value;
    const setting = FLAGS.get(name);
    const takes = setting === undefined ? OPTIONS[name] : 'VALUE';
    const fault = (problem: string): void => void faults.push({ name: rawName, problem });
    if (takes === undefined) fault('is no option; see --help');
    else if (takes === true && value !== undefined) fault('takes no value');
    else if (takes !== true && (value === undefined || value === '')) fault(`expected ${takes}`);
    else if (setting !== undefined) flags[setting] = value ?? '';
    else options[name] = value ?? true;
  }
  const [command = null, ...words] = positionals;
  return { command, words, flags, options, faults };
}
