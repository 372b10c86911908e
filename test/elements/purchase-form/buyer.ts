import type { LocalBackend } from '../../../src/backends/local/index.js';
import { waitUntil } from '../../helpers/wait-until.js';
import type { FormPage } from './form.js';
import { textOf } from './form.js';
import { latestOrder, payLatest } from './world.js';

/** More presses than this, and the page leads nowhere. */
const PATIENCE = 14;

/** What was put into the form, as the fields show it. */
export interface Typed {
  seats: string;
  cycles?: string;
}

/** Somebody who wants what they typed, and takes whatever way on the page offers until there is a receipt. */
export class Buyer {
  /** What was pressed, for a message. */
  readonly pressed: string[] = [];
  #paid = false;

  constructor(
    readonly page: FormPage,
    readonly world: LocalBackend,
    readonly typed: Typed,
    /** Whether nothing is under way that the page waits for. */
    readonly idle: () => boolean,
  ) {}

  async type(): Promise<void> {
    const { seats, cycles } = this.typed;
    await this.page.type('#seats', seats);
    if (cycles !== undefined) await this.page.choose('cycles', cycles);
    this.accept();
    await this.page.form.updateComplete;
  }

  /** Whether the fields, where there are any, show what was typed. */
  get stillTyped(): boolean {
    const seats = this.page.find('#seats') as HTMLInputElement | null;
    const cycles = this.page.find('input[name="cycles"]:checked') as HTMLInputElement | null;
    return (
      (seats === null || seats.value === this.typed.seats) &&
      (cycles === null || this.typed.cycles === undefined || cycles.value === this.typed.cycles)
    );
  }

  /** Presses on until the receipt. @throws when there is no way on */
  async toReceipt(): Promise<void> {
    while (!this.hasReceipt) {
      if (this.pressed.length > PATIENCE) throw new Error(`No way on: ${this.story}`);
      await this.until(() => this.hasReceipt || (this.idle() && this.#next() !== null));
      await this.#next()?.();
      await this.page.form.updateComplete;
    }
  }

  get hasReceipt(): boolean {
    return this.page.find('.outcome-icon.success') !== null;
  }

  async until(holds: () => boolean): Promise<void> {
    try {
      await waitUntil(holds);
    } catch {
      throw new Error(`Waited in vain: ${this.story}`);
    }
  }

  get story(): string {
    return `pressed ${this.pressed.join(', ')}; the page says: ${this.page.text}`;
  }

  /** Ticks what must be accepted. */
  accept(): void {
    const box = this.page.find('.accept input') as HTMLInputElement | null;
    if (box && !box.checked) box.click();
  }

  /** What to do now; null while there is nothing but to wait. */
  #next(): (() => unknown) | null {
    const { page } = this;
    if (page.find('dialog[open]')) return this.#press('dialog[open] button.danger');
    if (page.find('form') ?? page.find('.changed')) {
      if (!this.stillTyped) throw new Error(`What was typed is gone: ${this.story}`);
      this.accept();
      return this.#press('form button[type="submit"], .changed .primary');
    }
    if (page.find('.pay')) return this.#pay();
    return this.#press('.state.failed button, .outcome .primary');
  }

  #pay(): (() => unknown) | null {
    const failed = this.#press('.pay-body [role="alert"] button');
    if (failed) return failed;
    const canPay = this.page.find('.qr-code, .steps, .pay-body .strong[role="status"]');
    return canPay ? this.#payOnce() : this.#press('.pay-body .primary');
  }

  /** The money is sent once; afterwards one can only ask for it. */
  #payOnce(): (() => unknown) | null {
    if (this.#paid) return this.#press('.watch button');
    return async () => {
      this.#paid = true;
      this.pressed.push('(pays)');
      const { method, payments } = await latestOrder(this.world);
      if (method !== 'bank-transfer') return payLatest(this.world);
      const { gateway, work } = this.world.simulation;
      for (let step = 0; step < 3; step += 1) {
        await gateway.advanceTransfer(payments.at(-1)?.number ?? '');
        await work();
      }
    };
  }

  #press(selector: string): (() => Promise<void>) | null {
    const button = this.page.find(selector);
    const off =
      !button ||
      button.getAttribute('aria-disabled') === 'true' ||
      button.getAttribute('aria-busy') === 'true';
    if (off) return null;
    return async () => {
      this.pressed.push(textOf(button));
      const before = this.page.text;
      button.click();
      // Some browsers follow a link later.
      if (button.localName === 'a') await this.until(() => this.page.text !== before);
    };
  }
}
