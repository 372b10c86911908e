import type { Log } from '../log.js';

const LEVELS = ['info', 'warn', 'error'] as const satisfies readonly (keyof Log)[];

/** The log without what is less than a level. */
export function withLevel(log: Log, least: keyof Log): Log {
  const silent = LEVELS.slice(0, LEVELS.indexOf(least));
  return { ...log, ...Object.fromEntries(silent.map((level) => [level, () => undefined])) };
}
