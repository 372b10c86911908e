import { css } from 'lit';

/** How an element chooses between light and dark. `auto` follows the page. */
export type Theme = 'light' | 'dark' | 'auto';

/** What colours are in force: `both` leaves it to the viewer's preference. */
export type Scheme = 'light' | 'dark' | 'both';

const DARK = css`
  :host {
    --_light: ;
    --_dark: initial;
  }
`;

/** The style sheet that turns the tokens over; light needs none. */
export const SCHEME_STYLES = {
  light: [],
  dark: [DARK],
  both: [
    css`
      @media (prefers-color-scheme: dark) {
        ${DARK}
      }
    `,
  ],
} as const;

/** The same for an element whose theme was set by name: native controls inside follow too. */
export const THEME_STYLES = {
  light: [
    css`
      :host {
        color-scheme: light;
      }
    `,
  ],
  dark: [
    DARK,
    css`
      :host {
        color-scheme: dark;
      }
    `,
  ],
} as const;

/** The scheme the page gives `element`, as native controls see it: a page that says nothing is light. */
export function pageScheme(element: Element): Scheme {
  const computed = getComputedStyle(drawn(element)).colorScheme;
  const said = computed && computed !== 'normal' ? computed : metaScheme(element.ownerDocument);
  if (!said.includes('dark')) return 'light';
  return said.includes('light') ? 'both' : 'dark';
}

/**
 * The element, or what is drawn around it while it waits in no slot: then it has no style yet, of which browsers make different things,
 * and will have that of its surroundings.
 */
function drawn(element: Element): Element {
  for (let inner: Element | null = element; inner;) {
    const outer: Element | null = inner.parentElement;
    if (outer?.shadowRoot && inner.assignedSlot === null) return drawn(outer);
    const root = inner.getRootNode();
    inner = outer ?? (root instanceof ShadowRoot ? root.host : null);
  }
  return element;
}

function metaScheme(page: Document): string {
  return page.querySelector<HTMLMetaElement>('meta[name="color-scheme"]')?.content ?? '';
}

const watchers = new Set<() => void>();
let observer: MutationObserver | null = null;

/** Calls `onChange` when the page's root or body changes its attributes, which is how pages switch themes. Returns a stop. */
export function watchPage(onChange: () => void): () => void {
  if (!observer) {
    observer = new MutationObserver(() => watchers.forEach((watcher) => watcher()));
    for (const element of [document.documentElement, document.body]) {
      observer.observe(element, { attributes: true });
    }
  }
  watchers.add(onChange);
  return () => watchers.delete(onChange);
}
