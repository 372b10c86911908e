import { html, type TemplateResult } from 'lit';
import type { BaseStrings } from '../../locales/common/base/strings.js';
import { setText } from '../set-text.js';
import { icon } from './icon.js';

type CopyWords = Pick<BaseStrings, 'copy' | 'copied'>;

/** A text to take along, with a button that copies it. Where the page may not copy, the text is selected instead. */
export function copyable(text: string, { copy, copied }: CopyWords): TemplateResult {
  const onClick = (event: Event) => {
    void copyText(text, event.currentTarget as HTMLElement, copied);
  };
  return html`<span class="copyable">
    <bdi class="copyable-text">${text}</bdi>
    <button
      class="icon-button"
      type="button"
      aria-label=${copyLabel(copy, text)}
      @click=${onClick}
      @blur=${onLeave}
      @pointerleave=${onLeave}
    >
      ${icon('copy')}${icon('check')}
    </button>
    <span class="visually-hidden" role="status"></span>
  </span>`;
}

/** Gives a clone of the template another text. A clone has no listeners: see {@link copyText} and {@link forgetCopied}. */
export function fillCopyable(drawn: Element, text: string, { copy }: CopyWords): void {
  const [shown, button] = drawn.children;
  if (!shown || !button) return;
  setText(shown, text);
  button.setAttribute('aria-label', copyLabel(copy, text));
  forgetCopied(button as HTMLElement);
}

/** @param button of the template */
export async function copyText(text: string, button: HTMLElement, copied: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const source = button.previousElementSibling;
    if (source) getSelection()?.selectAllChildren(source);
    return;
  }
  button.dataset.copied = '';
  // The template leaves this one to us.
  if (button.nextElementSibling) button.nextElementSibling.textContent = copied;
}

/** Once the button is left, it says no more that it has copied. */
export function forgetCopied(button: HTMLElement): void {
  if (button.dataset.copied === undefined) return;
  delete button.dataset.copied;
  if (button.nextElementSibling) button.nextElementSibling.textContent = '';
}

const onLeave = ({ currentTarget }: Event) => forgetCopied(currentTarget as HTMLElement);

const copyLabel = (copy: string, text: string): string => `${copy} ${text}`;
