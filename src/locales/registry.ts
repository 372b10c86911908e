import type { ElementStrings } from './types.js';

export type Loader<Strings> = () => Promise<Strings>;

/** Names the languages of an element, or of a part of one that loads apart, for {@link addLocale}. */
export interface CatalogName<Strings extends ElementStrings> {
  /** Bare tag of the element, or the name of the part. */
  element: string;
  /** Never there: it carries the type alone. */
  strings?: Strings;
}

/** The languages of one element: Chinese in the bundle, others loaded when somebody reads them. */
export interface Catalog<Strings extends ElementStrings> extends CatalogName<Strings> {
  /** zh-CN */
  default: Strings;
  /** By BCP 47 tag. */
  load: Readonly<Record<string, Loader<Strings>>>;
}

/** The language of {@link Catalog.default}. */
export const DEFAULT_LOCALE = 'zh-CN';

const added = new Map<string, Map<string, Loader<ElementStrings>>>();
const listeners = new Set<() => void>();

/**
 * Brings a language to an element, or replaces one it has. Elements already on the page that read it change at once.
 *
 * @param catalog the element's catalog, or the name of a part's, exported by the kit; gives the type of its strings
 * @param tag BCP 47, for example `ja` or `pt-BR`
 * @param load called when the language is first read
 */
export function addLocale<Strings extends ElementStrings>(
  catalog: CatalogName<Strings>,
  tag: string,
  load: Loader<Strings>,
): void {
  const loaders = added.get(catalog.element) ?? new Map<string, Loader<ElementStrings>>();
  added.set(catalog.element, loaders.set(tag, load));
  for (const listener of listeners) listener();
}

/** Calls `onAdded` whenever a language has been added. Returns a stop. */
export function watchLocales(onAdded: () => void): () => void {
  listeners.add(onAdded);
  return () => listeners.delete(onAdded);
}

/** The language to use for `tag`, and how to get it; `load` is null for the one in the bundle. */
export interface LocaleMatch<Strings> {
  /** What `Intl` formats with: the wanted tag where its language is there, else the tag of the language used. */
  locale: string;
  /** The tag of the language used. */
  tag: string;
  load: Loader<Strings> | null;
}

/**
 * Finds the language for a wanted tag: the same tag, else a shorter one (`en-GB` → `en`), else any of the same language
 * (`zh-TW` → `zh-CN`), else English, else Chinese.
 */
export function matchLocale<Strings extends ElementStrings>(
  catalog: Catalog<Strings>,
  wanted: string,
): LocaleMatch<Strings> {
  const loaders = new Map<string, Loader<Strings> | null>([
    [DEFAULT_LOCALE, null],
    ...Object.entries(catalog.load),
    ...((added.get(catalog.element) ?? []) as Iterable<[string, Loader<Strings>]>),
  ]);
  const requested = canonical(wanted);
  const tag = requested && closest(requested, [...loaders.keys()]);
  const used = tag ?? (loaders.has('en') ? 'en' : DEFAULT_LOCALE);
  return { locale: tag ? requested : used, tag: used, load: loaders.get(used) ?? null };
}

function canonical(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}

function closest(wanted: string, tags: readonly string[]): string | undefined {
  const parts = wanted.split('-');
  for (let length = parts.length; length > 0; length--) {
    const shorter = parts.slice(0, length).join('-').toLowerCase();
    const found = tags.find((tag) => tag.toLowerCase() === shorter);
    if (found) return found;
  }
  return tags.find((tag) => tag.split('-')[0]?.toLowerCase() === parts[0]?.toLowerCase());
}
