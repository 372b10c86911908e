/** What the text of a setting may be, and what it stands for. */
export interface Kind<Value> {
  /** What is expected, as the end of “expected …”. */
  expects: string;
  /** undefined for a text that does not fit. */
  read(text: string): Value | undefined;
}

export const text: Kind<string> = { expects: 'a text', read: (given) => given };

export const matching = (pattern: RegExp, expects: string): Kind<string> => ({
  expects,
  read: (given) => (pattern.test(given) ? given : undefined),
});

export const whole = (least: number, most: number): Kind<number> => ({
  expects: `a whole number from ${least} to ${most}`,
  read(given) {
    const value = /^\d{1,15}$/.test(given) ? Number(given) : NaN;
    return value >= least && value <= most ? value : undefined;
  },
});

export const oneOf = <Word extends string>(...words: readonly Word[]): Kind<Word> => ({
  expects: words.length > 3 ? words.join(', ') : words.join(' or '),
  read: (given) => words.find((word) => word === given),
});

/** Several of a kind, with commas or white space between. */
export const listOf = <Value>({ expects, read }: Kind<Value>): Kind<readonly Value[]> => ({
  expects: `one or more, with commas between: ${expects}`,
  read(given) {
    const values = given
      .split(/[\s,]+/)
      .filter((part) => part !== '')
      .map(read);
    const fit = values.filter((value) => value !== undefined);
    return fit.length === values.length && fit.length > 0 ? fit : undefined;
  },
});

/** An address without a user, a password or a fragment. */
export const address = (expects: string, fits: (url: URL) => boolean): Kind<URL> => ({
  expects,
  read(given) {
    const url = URL.canParse(given) ? new URL(given) : null;
    if (url === null || !fits(url)) return undefined;
    return url.username + url.password + url.hash === '' ? url : undefined;
  },
});

const LOCAL = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Whether what is sent there cannot be read on the way: https, or this machine itself. */
export function isPrivate({ protocol, hostname }: URL): boolean {
  return protocol === 'https:' || (protocol === 'http:' && LOCAL.has(hostname));
}

export const secureAddress = address('an https address (http on this machine only)', isPrivate);

/** What browsers send as `Origin`. */
export const origin: Kind<string> = {
  expects: 'an origin such as https://app.example, without a path',
  read(given) {
    const url = URL.canParse(given) ? new URL(given) : null;
    return url && /^https?:$/.test(url.protocol) && url.origin === given ? given : undefined;
  },
};
