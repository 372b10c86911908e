import { VERSION } from './ui/version.js';

/** A class of the kit, as another copy of it sees it. */
type KitClass = CustomElementConstructor & { readonly version?: string };

/**
 * Registers an element unless its tag is taken. The first one stays: a page may load the kit twice, which throws nothing,
 * and warns when the versions differ. Without a DOM nothing happens.
 *
 * @throws DOMException (`SyntaxError`) when `tag` is no name for a custom element
 */
export function defineElement(tag: string, constructor: KitClass): void {
  if (typeof customElements === 'undefined') return;
  const present: KitClass | undefined = customElements.get(tag);
  if (present) {
    if (present.version !== VERSION) warn(tag, present.version);
    return;
  }
  try {
    customElements.define(tag, constructor);
  } catch (error) {
    if ((error as DOMException).name !== 'NotSupportedError') throw error;
    // A class can be registered once, and the host has done so under a name of its own.
    customElements.define(tag, class extends constructor {});
  }
}

function warn(tag: string, version: string | undefined): void {
  const holder = version === undefined ? 'something else' : `version ${version} of the kit`;
  console.warn(`seatkit ${VERSION}: <${tag}> is already registered by ${holder}, which stays.`);
}
