import { SETTINGS, type SettingName, type Values } from './settings.js';
import type { Setting } from './setting.js';

/** What is wrong with one setting. */
export interface ConfigFault {
  /** The setting's name; of a flag, as it was given. */
  name: string;
  /** What is wrong, and what is expected. Never a secret. */
  problem: string;
}

/** Where settings come from. What is empty counts as absent. */
export interface SettingSources {
  environment: Readonly<Record<string, string | undefined>>;
  /** From the command line, by the setting's name; wins over the environment. */
  flags: Readonly<Record<string, string | undefined>>;
  /** @throws when the file cannot be read */
  readFile(path: string): string;
}

/** Every setting with its name, in the order of the help. */
export const ALL_SETTINGS = Object.values(SETTINGS).flatMap(
  (group) => Object.entries(group) as [SettingName, Setting][],
);

const NAMES = new Set<string>(ALL_SETTINGS.map(([name]) => name));

/** Names that begin so are ours; one that is not known is a slip. */
const OURS = /^(WECHAT_PAY|BANK_TRANSFER|HOST_TOKEN|ENTITLEMENT)_/;

/** Everything that is set, and every fault. What is at fault comes out as if it were absent. */
export function readSettings(sources: SettingSources): { values: Values; faults: ConfigFault[] } {
  const faults = unknownNames(sources.environment);
  const values = Object.fromEntries(
    ALL_SETTINGS.map(([name, setting]) => {
      const given = textOf(name, sources, faults) ?? setting.fallback;
      const value = given === null ? null : setting.kind.read(given);
      if (value === undefined) faults.push(faultOf(name, setting, given));
      return [name, value ?? null];
    }),
  );
  return { values: values as unknown as Values, faults };
}

function unknownNames(environment: SettingSources['environment']): ConfigFault[] {
  return Object.keys(environment)
    .filter((name) => OURS.test(name) && !NAMES.has(name.replace(/_FILE$/, '')))
    .map((name) => ({ name, problem: 'is no setting; see --help' }));
}

/** The text that a setting is given; null where there is none. */
function textOf(
  name: SettingName,
  { environment, flags, readFile }: SettingSources,
  faults: ConfigFault[],
): string | null {
  const given = flags[name] ?? environment[name] ?? '';
  const file = environment[`${name}_FILE`] ?? '';
  if (file === '') return given === '' ? null : given;
  if (given !== '') {
    faults.push({ name, problem: `is given, and ${name}_FILE too; expected one of them` });
    return null;
  }
  try {
    return readFile(file).trim() || null;
  } catch {
    faults.push({ name: `${name}_FILE`, problem: 'names a file that cannot be read' });
    return null;
  }
}

function faultOf(name: SettingName, { kind, secret }: Setting, given: string | null): ConfigFault {
  const shown = secret || given === null ? '' : ` (${JSON.stringify(given.slice(0, 80))})`;
  return { name, problem: `does not fit${shown}; expected ${kind.expects}` };
}
