import type { GatewayPayment } from '../../../billing/index.js';
import { fenOf, instantOf, objectOf, requireText, textOf, type JsonObject } from './fields.js';
import { NotBelievedError } from './not-believed.js';

/** For whom money is taken. */
export interface Account {
  mchid: string;
  appid: string;
}

/** The one currency of a merchant in China. */
export const CNY = 'CNY';

/**
 * How a payment stands, from a transaction as WeChat Pay describes it. Whether the amount is what the order costs billing sees: money that
 * arrived is never denied here.
 *
 * @throws NotBelievedError when it is another's, or says what cannot be
 */
export function paymentOf(transaction: JsonObject, account: Account): GatewayPayment {
  requireText(transaction, 'mchid', account.mchid);
  requireText(transaction, 'appid', account.appid);
  const state = textOf(transaction, 'trade_state');
  switch (state) {
    case 'SUCCESS':
    case 'REFUND': {
      // `REFUND` was paid, and sent back since: what became of it a refund tells.
      const amount = objectOf(transaction.amount, 'amount');
      requireText(amount, 'currency', CNY);
      return {
        state: 'succeeded',
        transactionId: textOf(transaction, 'transaction_id'),
        amount: fenOf(amount, 'total'),
        succeededAt: instantOf(transaction, 'success_time'),
      };
    }
    case 'NOTPAY':
    case 'USERPAYING':
    case 'ACCEPT':
    case 'PAYERROR':
      // After an error the payer may try again until it is closed.
      return { state: 'open' };
    case 'CLOSED':
      return { state: 'closed' };
    case 'REVOKED':
      return { state: 'revoked' };
    default:
      throw new NotBelievedError('bad-content', 'trade_state is none that is known');
  }
}
