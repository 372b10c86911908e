import { defineElement } from '../../define-element.js';
import { OrderList } from './order-list.js';

declare global {
  interface HTMLElementTagNameMap {
    'order-list': OrderList;
  }
}

defineElement('order-list', OrderList);
