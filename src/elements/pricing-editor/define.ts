import { defineElement } from '../../define-element.js';
import { PricingEditor } from './pricing-editor.js';

declare global {
  interface HTMLElementTagNameMap {
    'pricing-editor': PricingEditor;
  }
}

defineElement('pricing-editor', PricingEditor);
