import { HttpFault } from './problem.js';

/** How deep a body may be nested; a policy needs five levels. */
const DEEPEST = 20;

/**
 * Refuses text that is no JSON, or that two readers could understand differently: an object with the same key twice.
 *
 * @throws HttpFault 400
 */
export function requireStrictJson(text: string): void {
  try {
    JSON.parse(text);
  } catch {
    throw new HttpFault(400, 'The body is no JSON');
  }
  lookForRepeats(text);
}

/** Walks over text that is known to be JSON. */
function lookForRepeats(text: string): void {
  /** For every object that is open the keys seen, for every list null. */
  const open: (Set<string> | null)[] = [];
  for (const [token, close] of tokens(text)) {
    if (token === '{' || token === '[') {
      if (open.push(token === '{' ? new Set() : null) > DEEPEST) {
        throw new HttpFault(400, 'The body is nested too deeply');
      }
    } else if (token === '}' || token === ']') {
      open.pop();
    } else if (close !== undefined) {
      const keys = open.at(-1);
      const key = JSON.parse(token) as string;
      if (keys?.has(key)) throw new HttpFault(400, 'The body has a key twice');
      keys?.add(key);
    }
  }
}

/** Brackets, and strings, with the colon that follows a key. */
function* tokens(text: string): Generator<[token: string, colon: string | undefined]> {
  const pattern = /[[\]{}]|("[^"\\]*(?:\\.[^"\\]*)*")(\s*:)?/g;
  for (const [whole, string, colon] of text.matchAll(pattern)) yield [string ?? whole, colon];
}
