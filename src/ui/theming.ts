import { adoptStyles, type CSSResultOrNative, type LitElement, type ReactiveController } from 'lit';
import { SCHEME_STYLES, THEME_STYLES, pageScheme, watchPage, type Theme } from './theme.js';

type ThemedHost = LitElement & { readonly theme: Theme };

/** Keeps the style sheets of an element right while its theme, or that of the page, changes. */
export class Theming implements ReactiveController {
  readonly #host: ThemedHost;
  readonly #sheets: () => CSSResultOrNative[];
  #theme: Theme | null = null;
  #stopWatching: (() => void) | null = null;
  /** Light or dark was chosen by name at last. */
  #named = false;

  /** @param sheets the element's own; one whose sheets grow calls {@link apply} afterwards */
  constructor(host: ThemedHost, sheets: () => CSSResultOrNative[]) {
    this.#host = host;
    this.#sheets = sheets;
    host.addController(this);
  }

  hostConnected(): void {
    this.#stopWatching = watchPage(() => this.apply());
    if (this.#host.hasUpdated) this.apply();
  }

  hostDisconnected(): void {
    this.#stopWatching?.();
  }

  hostUpdate(): void {
    if (this.#theme !== this.#host.theme) this.apply();
  }

  apply(): void {
    const { renderRoot, theme } = this.#host;
    this.#theme = theme;
    const root = renderRoot as ShadowRoot;
    const own = this.#sheets();
    const named = theme === 'light' || theme === 'dark' ? theme : null;
    if (named) {
      adoptStyles(root, [...own, ...THEME_STYLES[named]]);
    } else {
      // A theme set before must not be taken for the page's.
      if (this.#named) adoptStyles(root, own);
      adoptStyles(root, [...own, ...SCHEME_STYLES[pageScheme(this.#host)]]);
    }
    this.#named = named !== null;
  }
}
