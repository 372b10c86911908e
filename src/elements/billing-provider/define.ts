import { defineElement } from '../../define-element.js';
import { BillingProvider } from './billing-provider.js';

declare global {
  interface HTMLElementTagNameMap {
    'billing-provider': BillingProvider;
  }
}

defineElement('billing-provider', BillingProvider);
