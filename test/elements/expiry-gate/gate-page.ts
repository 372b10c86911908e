import { expect, fixture, html } from '@open-wc/testing';
import type { BillingBackend } from '../../../src/contract/index.js';
import '../../../src/elements/expiry-gate/define.js';
import type { ExpiryGate } from '../../../src/elements/expiry-gate/expiry-gate.js';
import { waitUntil } from '../../helpers/wait-until.js';
import { INSTALLATION } from './answers.js';

const NAMES = [
  'entitlement-changed',
  'purchase-request',
  'extra-trial-started',
  'billing-error',
] as const;

/** A gate around an app of one input, with a logo and a place to buy; and how to find and use what is there. */
export class GatePage {
  readonly events: { name: (typeof NAMES)[number]; detail: Record<string, unknown> }[] = [];

  constructor(readonly gate: ExpiryGate) {
    for (const name of NAMES) {
      gate.addEventListener(name, (event) => {
        const { detail } = event as CustomEvent<Record<string, unknown>>;
        this.events.push({ name, detail: structuredClone(detail) });
      });
    }
  }

  get root(): ShadowRoot {
    return this.gate.shadowRoot!;
  }

  /** The app inside. */
  get app(): HTMLInputElement {
    return this.gate.querySelector('#app')!;
  }

  get buyerForm(): HTMLInputElement {
    return this.gate.querySelector('#buyer')!;
  }

  /** What the gate itself says, blanks joined; without what only screen readers hear. */
  get text(): string {
    const said = [...this.root.children].filter(({ className }) => className !== 'visually-hidden');
    return said
      .map(({ textContent }) => textContent)
      .join(' ')
      .replace(/\s+/g, ' ')
      .trim();
  }

  /** What screen readers were told last. */
  get news(): string {
    return this.root.querySelector('.visually-hidden')?.textContent.trim() ?? '';
  }

  get buttons(): string[] {
    return [...this.root.querySelectorAll('button')].map(
      (button) => button.getAttribute('aria-label') ?? button.textContent.trim(),
    );
  }

  get isOpen(): boolean {
    return this.app.assignedSlot !== null;
  }

  /** Details of the events of one name. */
  details(name: (typeof NAMES)[number]): Record<string, unknown>[] {
    return this.events.filter((event) => event.name === name).map(({ detail }) => detail);
  }

  button(label: string): HTMLButtonElement {
    const index = this.buttons.indexOf(label);
    if (index < 0) throw new Error(`There is no button ${label} in: ${this.text}`);
    return this.root.querySelectorAll('button')[index]!;
  }

  async click(label: string): Promise<void> {
    this.button(label).click();
    await this.gate.updateComplete;
  }

  /** Waits until the gate says this, or the condition holds. */
  async until(what: string | (() => boolean)): Promise<void> {
    const holds = typeof what === 'string' ? () => this.text.includes(what) : what;
    try {
      await waitUntil(holds);
    } catch {
      throw new Error(`Waited in vain for ${String(what)} in: ${this.text}`);
    }
    await this.gate.updateComplete;
  }
}

export interface PageOptions {
  lang?: string;
  whenUnknown?: 'open' | 'blocked';
  /** Whether an earlier visit may have left something. */
  keepStorage?: boolean;
}

/** A gate with its backend, in Chinese unless said otherwise. */
export async function openGate(
  backend: BillingBackend | null,
  { lang = 'zh-CN', whenUnknown = 'blocked', keepStorage = false }: PageOptions = {},
): Promise<GatePage> {
  if (!keepStorage) {
    localStorage.clear();
    sessionStorage.clear();
  }
  const parent = await fixture<HTMLElement>(html`
    <div lang=${lang}>
      <expiry-gate
        installation-id=${INSTALLATION}
        when-unknown=${whenUnknown}
        time-zone="Asia/Shanghai"
      >
        <strong slot="logo">项目助手</strong>
        <input slot="purchase" id="buyer" aria-label="buy here" />
        <input id="app" aria-label="the app" />
      </expiry-gate>
    </div>
  `);
  const page = new GatePage(parent.querySelector('expiry-gate')!);
  page.gate.backend = backend;
  await page.gate.updateComplete;
  return page;
}

/** The same, once it has let people in. */
export async function openedGate(
  backend: BillingBackend,
  options: PageOptions = {},
): Promise<GatePage> {
  const page = await openGate(backend, options);
  await page.until(() => page.isOpen);
  expect(page.gate.blocked).to.equal(false);
  return page;
}
