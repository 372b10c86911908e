import type { Setting } from '../config/setting.js';
import { SETTINGS } from '../config/settings.js';
import type { Command } from './command.js';
import { FLAGS } from './command-line.js';

const INDENT = '      ';

/** All that `--help` says: every command, every setting. */
export function helpText(given: ReadonlyMap<string, Command>): string {
  const commands = [...given.values()];
  const width = Math.max(...commands.map(({ usage }) => usage.length)) + 2;
  const lines = commands.map(({ usage, help }) => `  ${usage.padEnd(width)}${help}`);
  const groups = Object.entries(SETTINGS).map(([group, settings]) =>
    [`${group}:`, ...Object.entries(settings).flatMap(settingLines)].join('\n'),
  );
  return `seatkit-server: prices, orders, payments and access of per-seat apps, behind one REST contract.

Usage: seatkit-server [command] [options]

Commands:
${lines.join('\n')}

Options:
  --demo                    simulated payments, which move no money; for trials
  -h, --help                this text

Settings come from the environment. NAME_FILE may name a file that holds the value instead, such as a
mounted secret. A setting with a flag can be given as one, which wins over the environment.

${groups.join('\n\n')}
`;
}

function settingLines([name, { kind, help, fallback, secret }]: [string, Setting]): string[] {
  const flag = [...FLAGS].find(([, setting]) => setting === name)?.[0];
  const names = [name, ...(flag === undefined ? [] : [`--${flag}`])].join(', ');
  const marks = [
    ...(secret && flag === undefined ? ['secret'] : []),
    ...(fallback === null ? [] : [`default ${fallback}`]),
  ];
  const more = marks.length > 0 ? ` (${marks.join('; ')})` : '';
  return [`  ${names}`, `${INDENT}${help}${more}`, `${INDENT}expected: ${kind.expects}`];
}
