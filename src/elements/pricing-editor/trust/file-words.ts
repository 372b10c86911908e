import type { PolicyFileFault, PolicyIssue } from '../../../domain/index.js';
import type { FilePlace } from '../../../locales/pricing-trust/strings.js';
import { partName } from '../change-words.js';
import type { TrustContext } from './context.js';

/** An object of a policy, and what it may hold. */
const CONTAINER =
  /^(rule\.tiers\[\d+\]|offer\.steps\[\d+\]|rule|offer|trial|seatLimits|priceCap)\.(.+)$/s;

/** A key may be as long as a file; nobody reads that. */
const LONGEST_KEY = 60;

/** What a path in a file is called: `rule.tiers[1].upTo` is 第 2 级的人数. */
export function filePlace({ t, w, format }: TrustContext, path: string): string {
  const { places } = w.import;
  if (path === '') return places.file;
  return Object.hasOwn(places, path) ? places[path as FilePlace] : partName(t, path, format);
}

/** What is wrong in a file, and where. */
export function fileIssue(
  context: TrustContext,
  { code, path, ...limits }: PolicyIssue | PolicyFileFault,
): { place: string; text: string } {
  const { w, format } = context;
  if (code === 'unknown-key') {
    const [, container = '', key = path] = CONTAINER.exec(path) ?? [];
    const name = key.length > LONGEST_KEY ? `${key.slice(0, LONGEST_KEY)}…` : key;
    return { place: filePlace(context, container), text: w.import.unknownKey(name) };
  }
  const { min, max }: { min?: number; max?: number } = limits;
  const print = (limit: number | undefined) => (limit === undefined ? null : format.number(limit));
  return {
    place: filePlace(context, path),
    text: w.import.issue(code, { min: print(min), max: print(max) }),
  };
}
