import { defineElement } from '../../define-element.js';
import { BillingProvider } from './billing-provider.js';

defineElement('billing-provider', BillingProvider);

export { BillingProvider };
