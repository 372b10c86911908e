import { fixture, html } from '@open-wc/testing';
import { createLocalBackend, type LocalBackend } from '../../../src/backends/local/index.js';
import type { BillingBackend, Role } from '../../../src/contract/index.js';
import type { Policy } from '../../../src/domain/index.js';
import '../../../src/elements/pricing-editor/define.js';
import type { PricingEditor } from '../../../src/elements/pricing-editor/pricing-editor.js';
import { waitUntil } from '../../helpers/wait-until.js';
import { fullPolicy } from './draft/drafts.js';

export const ID = 'app';

export interface World {
  /** null publishes nothing. */
  published?: Policy | null;
  session?: Role;
  facts?: { merchantAccountOpened?: boolean; customerAuthorized?: boolean };
}

/** A backend in memory with one installation. */
export function world({
  published = fullPolicy,
  session = 'provider',
  facts,
}: World = {}): LocalBackend {
  return createLocalBackend({
    session,
    seed: async ({ installations, as }) => {
      await installations.create(ID, facts);
      if (!published) return;
      await as('provider').publishPolicy(ID, { policy: published, baseVersion: null });
    },
  });
}

/** Somebody else of the provider, who publishes too. */
export function colleague(backend: LocalBackend): BillingBackend {
  return backend.simulation.as({
    role: 'provider',
    userId: 'colleague',
    userName: '李工',
    installations: 'all',
  });
}

/** An editor on a backend, ready to be used, with no draft left from before. */
export async function mount(backend: BillingBackend | null, id = ID): Promise<PricingEditor> {
  localStorage.removeItem(`seatkit:pricing-draft:${id}`);
  return mountAgain(backend, id);
}

/** The same, with whatever draft was kept. */
export async function mountAgain(backend: BillingBackend | null, id = ID): Promise<PricingEditor> {
  const editor = await fixture<PricingEditor>(
    html`<pricing-editor lang="zh-CN" installation-id=${id} .backend=${backend}></pricing-editor>`,
  );
  await settled(editor);
  return editor;
}

/** Resolves once nothing is being loaded any more. */
export async function settled(editor: PricingEditor): Promise<void> {
  await waitUntil(() => editor.shadowRoot!.querySelector('.editor, .state'), 'it draws something');
  await waitUntil(() => !editor.shadowRoot!.querySelector('[aria-busy="true"]'), 'it has loaded');
  await editor.updateComplete;
}

export function find(editor: PricingEditor, selector: string): HTMLElement;
export function find<Kind extends HTMLElement>(
  editor: PricingEditor,
  selector: string,
  kind: new () => Kind,
): Kind;
export function find(
  editor: PricingEditor,
  selector: string,
  kind: new () => HTMLElement = HTMLElement,
): HTMLElement {
  const found = editor.shadowRoot!.querySelector(selector);
  if (!(found instanceof kind)) throw new Error(`There is no ${selector}`);
  return found;
}

/** The event that comes of an act. */
export async function heard<Name extends keyof HTMLElementEventMap>(
  editor: PricingEditor,
  name: Name,
  act: () => unknown,
): Promise<HTMLElementEventMap[Name]> {
  const event = new Promise<HTMLElementEventMap[Name]>((resolve) => {
    editor.addEventListener(name, (heardEvent) => resolve(heardEvent), {
      once: true,
    });
  });
  act();
  return event;
}

export function maybe(editor: PricingEditor, selector: string): HTMLElement | null {
  return editor.shadowRoot!.querySelector(selector);
}

export function field(editor: PricingEditor, id: string): HTMLInputElement {
  return find(editor, `[id="${id}"]`, HTMLInputElement);
}

/** Types a text in the place of what a field holds. */
export async function type(editor: PricingEditor, id: string, text: string): Promise<void> {
  const input = field(editor, id);
  input.focus();
  input.value = text;
  input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  await editor.updateComplete;
}

export async function leave(editor: PricingEditor, id: string): Promise<void> {
  field(editor, id).blur();
  await editor.updateComplete;
}

export async function click(editor: PricingEditor, selector: string): Promise<void> {
  find(editor, selector).click();
  await editor.updateComplete;
}

/** Chooses one of a radio group. */
export async function choose(editor: PricingEditor, group: string, value: string): Promise<void> {
  await click(editor, `[id="${group}"] input[value="${value}"]`);
}

/** What stands beside a field as wrong. */
export function issuesOf(editor: PricingEditor, id: string): string {
  return maybe(editor, `[id="${id}-issues"]`)?.textContent.trim() ?? '';
}

export function textOf(editor: PricingEditor, selector: string): string {
  return find(editor, selector).textContent.replace(/\s+/g, ' ').trim();
}

/** Id of what has the focus inside. */
export function focused(editor: PricingEditor): string {
  return editor.shadowRoot!.activeElement?.id ?? '';
}
