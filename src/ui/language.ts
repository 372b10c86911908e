import { DEFAULT_LOCALE } from '../locales/registry.js';

/** The language `element` stands in: its own `lang`, else the closest one around it, through shadow roots, else the page's. */
export function languageOf(element: Element): string {
  for (let node: Element | null = element; node; node = hostOf(node)) {
    const lang = node.closest('[lang]')?.getAttribute('lang');
    if (lang) return lang;
  }
  return document.documentElement.lang || DEFAULT_LOCALE;
}

/** Calls `onChange` when a `lang` around `element`, or its own, may have changed. Returns a stop. */
export function watchLanguage(element: Element, onChange: () => void): () => void {
  const observer = new MutationObserver(onChange);
  for (let node: Element | null = element; node; node = hostOf(node)) {
    observer.observe(node.getRootNode(), {
      attributes: true,
      attributeFilter: ['lang'],
      subtree: true,
    });
  }
  return () => observer.disconnect();
}

function hostOf(element: Element): Element | null {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}
