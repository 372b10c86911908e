import * as z from 'zod/mini';

/**
 * Checks are made with `z.check` alone, and choices with `z.union`: each of zod's own kinds (`z.int`, `z.regex`, `z.minLength`,
 * `z.discriminatedUnion` …) would add to every page that holds the HTTP client.
 */
export function holds<Value>(test: (value: Value) => boolean) {
  return z.check<Value>(({ value, issues }) => {
    if (!test(value)) issues.push({ code: 'custom', input: value });
  });
}

const whole = z.check<number>(({ value, issues }) => {
  if (!Number.isSafeInteger(value)) {
    issues.push({ code: 'invalid_type', expected: 'int', input: value });
  }
});

/** A whole number of minor units, of either sign: lines of a quote are signed. */
export const amount = z.number().check(whole);

/** A whole number that is never negative: seats, days, cycles, versions, prices. */
export const count = z.number().check(
  whole,
  holds((value) => value >= 0),
);

/** An instant as `Date.prototype.toISOString` prints it: UTC with milliseconds. Two of them compare as strings. */
export const instant = z.string().check(
  holds((text) => {
    const time = Date.parse(text);
    return !Number.isNaN(time) && new Date(time).toISOString() === text;
  }),
);

/** An identifier; what it looks like is the backend's business. */
export const id = z.string().check(holds((text) => text !== ''));

/** An absolute http or https address, where a person may be sent: `javascript:` and the like are refused. */
export const webUrl = z.string().check(holds((text) => isWeb(text)));

/** The same, or an address relative to the page. */
export const link = z.string().check(holds((text) => isWeb(text, 'https://relative.invalid')));

/**
 * An idempotency key: 8–128 visible ASCII characters, because it travels in a header.
 * The same key with the same body gives the same answer (SPEC §5).
 */
export const idempotencyKey = z.string().check(holds((text) => /^[!-~]{8,128}$/.test(text)));

/** Builds an object schema: `z.object` drops keys it does not know, `z.strictObject` refuses them. */
export type ObjectBuilder = <Shape extends z.core.$ZodLooseShape>(
  shape: Shape,
) => z.ZodMiniObject<Shape>;

function isWeb(text: string, base?: string): boolean {
  return URL.canParse(text, base) && /^https?:$/.test(new URL(text, base).protocol);
}
