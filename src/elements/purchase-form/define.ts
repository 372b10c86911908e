import { defineElement } from '../../define-element.js';
import { PurchaseForm } from './purchase-form.js';

declare global {
  interface HTMLElementTagNameMap {
    'purchase-form': PurchaseForm;
  }
}

defineElement('purchase-form', PurchaseForm);
