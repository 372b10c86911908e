/** Where something stands in a text, as offsets of its first and after its last character. */
export interface Span {
  start: number;
  end: number;
}

/**
 * Where each value of a JSON text stands, by its path (`rule.tiers[1].upTo`; the whole is the empty path). The place of a member begins
 * with its key.
 *
 * @param text valid JSON of bounded depth
 */
export function jsonPlaces(text: string): ReadonlyMap<string, Span> {
  const scanner = new Scanner(text);
  scanner.value('', 0);
  return scanner.places;
}

/** The place of a path, or of the nearest thing around it that is there. */
export function placeIn(places: ReadonlyMap<string, Span>, path: string): Span | undefined {
  const found = places.get(path);
  if (found || path === '') return found;
  const around = path.replace(/(?:^|\.)[^.[\]]*$|\[\d+\]$/, '');
  return placeIn(places, around === path ? '' : around);
}

class Scanner {
  readonly places = new Map<string, Span>();
  #at = 0;

  constructor(readonly text: string) {
    this.#blanks();
  }

  /** @param start where the place of it begins */
  value(path: string, start: number): void {
    const mark = this.text.charAt(this.#at);
    if (mark === '{') this.#members(path, '}');
    else if (mark === '[') this.#members(path, ']');
    else if (mark === '"') this.#string();
    else this.#skip(/[^\s,\]}]*/y);
    this.places.set(path, { start, end: this.#at });
  }

  #members(path: string, end: '}' | ']'): void {
    this.#at++;
    this.#blanks();
    for (
      let index = 0;
      this.text.charAt(this.#at) !== end && this.#at < this.text.length;
      index++
    ) {
      const start = this.#at;
      let inner = `${path}[${index}]`;
      if (end === '}') {
        const key = this.#string();
        inner = path === '' ? key : `${path}.${key}`;
        this.#skip(/\s*:\s*/y);
      }
      this.value(inner, start);
      this.#skip(/[\s,]*/y);
    }
    this.#at++;
  }

  #string(): string {
    const start = this.#at;
    for (
      this.#at++;
      this.text.charAt(this.#at) !== '"' && this.#at < this.text.length;
      this.#at++
    ) {
      if (this.text.charAt(this.#at) === '\\') this.#at++;
    }
    this.#at++;
    return JSON.parse(this.text.slice(start, this.#at)) as string;
  }

  #blanks(): void {
    this.#skip(/[\s\ufeff]*/y);
  }

  #skip(pattern: RegExp): void {
    pattern.lastIndex = this.#at;
    this.#at += pattern.exec(this.text)?.[0].length ?? 0;
  }
}
