import type { CSSResult } from 'lit';
import { copyableStyles } from '../../../ui/styles/copyable.js';
import { dialogStyles } from '../../../ui/styles/dialog.js';
import { payStyles } from '../styles/pay.js';
import { receiptStyles } from '../styles/receipt.js';

/** The sheets that only an order needs. */
export const deskStyles: readonly CSSResult[] = [
  copyableStyles,
  dialogStyles,
  payStyles,
  receiptStyles,
];
