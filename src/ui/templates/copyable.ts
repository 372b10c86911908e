import { html, type TemplateResult } from 'lit';
import type { BaseStrings } from '../../locales/common/base/strings.js';
import { icon } from './icon.js';

/** A text to take along, with a button that copies it. Where the page may not copy, the text is selected instead. */
export function copyable(
  text: string,
  { copy, copied }: Pick<BaseStrings, 'copy' | 'copied'>,
): TemplateResult {
  const onClick = (event: Event) => {
    void take(text, event.currentTarget as HTMLElement, copied);
  };
  return html`<span class="copyable">
    <bdi class="copyable-text">${text}</bdi>
    <button
      class="icon-button"
      type="button"
      aria-label="${copy} ${text}"
      @click=${onClick}
      @blur=${forget}
      @pointerleave=${forget}
    >
      ${icon('copy')}${icon('check')}
    </button>
    <span class="visually-hidden" role="status"></span>
  </span>`;
}

async function take(text: string, button: HTMLElement, copied: string): Promise<void> {
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

function forget({ currentTarget }: Event): void {
  const button = currentTarget as HTMLElement;
  delete button.dataset.copied;
  if (button.nextElementSibling) button.nextElementSibling.textContent = '';
}
