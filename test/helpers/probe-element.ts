import { html, type TemplateResult } from 'lit';
import type { BillingBackend, BackendErrorCode } from '../../src/contract/index.js';
import { createFakeBackend } from './fake-backend.js';
import { SeatkitElement } from '../../src/ui/seatkit-element.js';

const names = new WeakMap<BillingBackend, string>();

/** The smallest element on the base class: says which backend it has. */
export class ProbeElement extends SeatkitElement {
  protected override render(): TemplateResult {
    const backend = this.activeBackend;
    return html`<p>${(backend && names.get(backend)) ?? 'none'}</p>`;
  }

  /** What it shows, once it has drawn. */
  async shown(): Promise<string> {
    await this.updateComplete;
    return this.renderRoot.querySelector('p')?.textContent ?? '';
  }
}

customElements.define('probe-element', ProbeElement);

/** A backend that is only told apart by its name. */
export function named(name: string): BillingBackend {
  const backend = createFakeBackend();
  names.set(backend, name);
  return backend;
}

/** The codes that elements inside `target` report. */
export function errorsOf(target: EventTarget): BackendErrorCode[] {
  const codes: BackendErrorCode[] = [];
  target.addEventListener('billing-error', (event) => {
    codes.push((event as HTMLElementEventMap['billing-error']).detail.code);
  });
  return codes;
}

declare global {
  interface HTMLElementTagNameMap {
    'probe-element': ProbeElement;
  }
}
