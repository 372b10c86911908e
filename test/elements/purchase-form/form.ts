import { fixture, html } from '@open-wc/testing';
import type { BillingBackend } from '../../../src/contract/index.js';
import '../../../src/elements/purchase-form/define.js';
import type { PurchaseForm } from '../../../src/elements/purchase-form/purchase-form.js';
import { waitUntil } from '../../helpers/wait-until.js';
import { closeWorlds, INSTALLATION } from './world.js';

afterEach(closeWorlds);

/** A form on the page, in Chinese and on a desktop unless said otherwise, and how to find and use what is in it. */
export class FormPage {
  readonly events: { name: string; detail: Record<string, unknown> & { code?: string } }[] = [];

  constructor(readonly form: PurchaseForm) {
    const names = ['submit', 'created', 'resumed', 'paid', 'cancelled'].map(
      (name) => `order-${name}`,
    );
    for (const name of [...names, 'quote-changed', 'billing-error']) {
      form.addEventListener(name, (event) => {
        const { detail } = event as CustomEvent<Record<string, unknown>>;
        this.events.push({ name, detail: structuredClone(detail) });
      });
    }
  }

  get root(): ShadowRoot {
    return this.form.shadowRoot!;
  }

  find(selector: string): HTMLElement | null {
    return this.root.querySelector<HTMLElement>(selector);
  }

  input(selector: string): HTMLInputElement {
    return this.get(selector) as HTMLInputElement;
  }

  get formElement(): HTMLFormElement {
    return this.get('form') as HTMLFormElement;
  }

  get(selector: string): HTMLElement {
    const found = this.find(selector);
    if (!found) throw new Error(`There is no ${selector} in: ${this.text}`);
    return found;
  }

  /** What can be read, blanks joined. */
  get text(): string {
    return textOf(this.root);
  }

  get eventNames(): string[] {
    return this.events.map(({ name }) => name).filter((name) => name !== 'billing-error');
  }

  button(label: string): HTMLElement {
    const found = [...this.root.querySelectorAll<HTMLElement>('button, a')].find((button) =>
      textOf(button).includes(label),
    );
    if (!found) throw new Error(`There is no button ${label} in: ${this.text}`);
    return found;
  }

  get submitButton(): HTMLButtonElement {
    return this.get('button[type="submit"]') as HTMLButtonElement;
  }

  async click(label: string): Promise<void> {
    this.button(label).click();
    await this.form.updateComplete;
  }

  async type(selector: string, text: string): Promise<void> {
    const input = this.input(selector);
    input.focus();
    input.value = text;
    input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await this.form.updateComplete;
  }

  async choose(name: string, value: string): Promise<void> {
    this.input(`input[name="${name}"][value="${value}"]`).click();
    await this.form.updateComplete;
  }

  async submit(): Promise<void> {
    this.submitButton.click();
    await this.form.updateComplete;
  }

  /** Waits until this can be read, or until the condition holds. */
  async until(what: string | (() => boolean)): Promise<void> {
    const holds = typeof what === 'string' ? () => this.text.includes(what) : what;
    try {
      await waitUntil(holds);
    } catch {
      throw new Error(`Waited in vain for ${String(what)} in: ${this.text}`);
    }
    await this.form.updateComplete;
  }
}

interface PageOptions {
  attributes?: Record<string, string>;
  lang?: string;
  /** As after a reload: what the tab remembers is still there. */
  reloaded?: boolean;
}

/** The form with its data, ready to be used. */
export async function openForm(
  backend: BillingBackend | null,
  { attributes = {}, lang = 'zh-CN', reloaded = false }: PageOptions = {},
): Promise<FormPage> {
  if (!reloaded) {
    sessionStorage.clear();
    localStorage.clear();
  }
  const form = await fixture<PurchaseForm>(
    html`<purchase-form installation-id=${INSTALLATION} lang=${lang}></purchase-form>`,
  );
  const page = new FormPage(form);
  const all = { environment: 'desktop', ...attributes };
  for (const [name, value] of Object.entries(all)) form.setAttribute(name, value);
  form.backend = backend;
  await form.updateComplete;
  return page;
}

/** The same, once the form itself is there. */
export async function readyForm(
  backend: BillingBackend,
  options: PageOptions = {},
): Promise<FormPage> {
  const page = await openForm(backend, options);
  await page.until(() => page.find('form') !== null);
  return page;
}

export function textOf(node: Node): string {
  const parts: string[] = [];
  const walk = (each: Node) => {
    if (each instanceof HTMLElement && each.closest('dialog:not([open])')) return;
    if (each.nodeType === Node.TEXT_NODE) parts.push(each.textContent ?? '');
    each.childNodes.forEach(walk);
  };
  walk(node);
  return parts.join(' ').replace(/\s+/g, ' ').trim();
}
