import type { ReactiveController, ReactiveControllerHost } from 'lit';
import {
  DEFAULT_LOCALE,
  matchLocale,
  watchLocales,
  type Catalog,
  type Loader,
} from '../locales/registry.js';
import type { ElementStrings } from '../locales/types.js';
import { Format } from './format.js';
import { languageOf, watchLanguage } from './language.js';

const formats = new Map<string, Format>();

/** `Intl` objects are dear to make: elements that read the same share them. */
function formatFor(locale: string, timeZone: string | null): Format {
  const key = JSON.stringify([locale, timeZone]);
  const known = formats.get(key);
  if (known) return known;
  const made = new Format(locale, timeZone);
  formats.set(key, made);
  return made;
}

type LocalizedHost = ReactiveControllerHost & Element & { readonly timeZone?: string | null };

/**
 * The texts and formats of an element in the language around it. Follows `lang` live.
 * Until a language has arrived the one before stays; before the first, {@link ready} is false and the element draws no text.
 */
export class Localized<Strings extends ElementStrings> implements ReactiveController {
  readonly #host: LocalizedHost;
  readonly #catalog: Catalog<Strings>;
  #strings: Strings;
  #locale = DEFAULT_LOCALE;
  #ready = false;
  #wanted: { locale: string; load: Loader<Strings> | null } | null = null;
  #format: Format | null = null;
  #timeZone: string | null | undefined;
  #stops: (() => void)[] = [];

  constructor(host: LocalizedHost, catalog: Catalog<Strings>) {
    this.#host = host;
    this.#catalog = catalog;
    this.#strings = catalog.default;
    host.addController(this);
  }

  /** The element's texts. */
  get t(): Strings {
    return this.#strings;
  }

  /** The texts it shares with other elements. */
  get common(): Strings['common'] {
    return this.#strings.common;
  }

  /** BCP 47 tag that values are formatted with. */
  get locale(): string {
    return this.#locale;
  }

  /** Whether there are texts to draw: false while the first language is on its way. */
  get ready(): boolean {
    return this.#ready;
  }

  /** Prints values in this language and the host's time zone. */
  get format(): Format {
    const { timeZone } = this.#host;
    if (this.#format?.locale !== this.#locale || this.#timeZone !== timeZone) {
      this.#timeZone = timeZone;
      this.#format = formatFor(this.#locale, timeZone ?? null);
    }
    return this.#format;
  }

  hostConnected(): void {
    const resolve = () => this.#resolve();
    this.#stops = [watchLanguage(this.#host, resolve), watchLocales(resolve)];
    resolve();
  }

  hostDisconnected(): void {
    for (const stop of this.#stops) stop();
  }

  #resolve(): void {
    const { locale, load } = matchLocale(this.#catalog, languageOf(this.#host));
    if (this.#wanted?.locale === locale && this.#wanted.load === load) return;
    const wanted = (this.#wanted = { locale, load });
    if (!load) {
      this.#show(this.#catalog.default, locale);
      return;
    }
    load().then(
      (strings) => {
        if (this.#wanted === wanted) this.#show(strings, locale);
      },
      () => {
        if (this.#wanted !== wanted) return;
        // What there is can still be read; the next change of language tries again.
        this.#wanted = null;
        this.#show(this.#strings, this.#locale);
      },
    );
  }

  #show(strings: Strings, locale: string): void {
    this.#strings = strings;
    this.#locale = locale;
    this.#ready = true;
    this.#host.requestUpdate();
  }
}
