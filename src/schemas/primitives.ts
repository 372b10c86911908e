import * as z from 'zod/mini';

/** An instant as `Date.prototype.toISOString` prints it: UTC with milliseconds. Two of them compare as strings. */
export const instant = z.string().check(z.refine(isInstant));

/** A whole number of minor units, of either sign: lines of a quote are signed. */
export const amount = z.int();

/** A whole number that is never negative: seats, days, cycles, versions, counts. */
export const count = z.int().check(z.gte(0));

/** An identifier; what it looks like is the backend's business. */
export const id = z.string().check(z.minLength(1));

/** An absolute http or https address, where a person may be sent: `javascript:` and the like are refused. */
export const webUrl = z.string().check(z.refine((text) => isWeb(text)));

/** The same, or an address relative to the page. */
export const link = z.string().check(z.refine((text) => isWeb(text, 'https://relative.invalid')));

/**
 * An idempotency key: 8–128 visible ASCII characters, because it travels in a header.
 * The same key with the same body gives the same answer (SPEC §5).
 */
export const idempotencyKey = z.string().check(z.regex(/^[!-~]{8,128}$/));

/** Builds an object schema: `z.object` drops keys it does not know, `z.strictObject` refuses them. */
export type ObjectBuilder = <Shape extends z.core.$ZodLooseShape>(
  shape: Shape,
) => z.ZodMiniObject<Shape>;

function isInstant(text: string): boolean {
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString() === text;
}

function isWeb(text: string, base?: string): boolean {
  return URL.canParse(text, base) && /^https?:$/.test(new URL(text, base).protocol);
}
