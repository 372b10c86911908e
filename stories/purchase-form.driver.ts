import type { PurchaseForm } from '../src/elements/purchase-form/purchase-form.js';

/** Uses the form of a story as a person would. */
export class FormDriver {
  readonly #form: PurchaseForm;

  constructor(canvas: HTMLElement) {
    const form = canvas.querySelector('purchase-form');
    if (!form) throw new Error('There is no form in this story');
    this.#form = form;
  }

  find(selector: string): HTMLElement | null {
    return this.#form.shadowRoot?.querySelector<HTMLElement>(selector) ?? null;
  }

  /** Waits until it is there; a story that never gets there fails by Storybook's own timeout. */
  async until(selector: string): Promise<HTMLElement> {
    for (;;) {
      const found = this.find(selector);
      if (found) return found;
      await new Promise(requestAnimationFrame);
    }
  }

  async click(selector: string): Promise<void> {
    (await this.until(selector)).click();
    await this.#form.updateComplete;
  }

  async submit(): Promise<void> {
    await this.click('button[type="submit"]');
  }

  async type(selector: string, text: string): Promise<void> {
    const input = (await this.until(selector)) as HTMLInputElement;
    input.value = text;
    input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await this.#form.updateComplete;
  }
}
