import { html, render, type CSSResult, type TemplateResult } from 'lit';
import { paperStyles } from './styles/paper.js';

/**
 * A sheet of paper for `printPage`, which nothing of the page it stands on can style.
 *
 * @param lang of the content, as BCP 47 has it
 * @param styles of this content alone
 */
export function paper(lang: string, content: TemplateResult, styles: CSSResult): HTMLElement {
  const sheet = document.createElement('div');
  const root = sheet.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [paperStyles, styles].flatMap(({ styleSheet }) => styleSheet ?? []);
  render(html`<main lang=${lang}>${content}</main>`, root);
  return sheet;
}
