import { defineElement } from '../../define-element.js';
import { ExpiryGate } from './expiry-gate.js';

declare global {
  interface HTMLElementTagNameMap {
    'expiry-gate': ExpiryGate;
  }
}

defineElement('expiry-gate', ExpiryGate);
