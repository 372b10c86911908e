import type { GatewayRefund, GatewayRefundRequest, PaymentGateway } from '../../billing/index.js';
import type { BankAccount } from '../../contract/index.js';
import { SILENT, type Log } from '../log.js';

/** Transfers that nobody but a person sees. */
export interface ManualTransferOptions {
  /** Where buyers transfer to. */
  account: BankAccount;
  /**
   * Has money sent back, and says how far that is. Asked again and again, ever less often, until it has succeeded or failed: the same
   * `refundNumber` is the same refund. Absent: the log reminds whoever keeps the books, and they say that it is done (`billing.confirmReturn`).
   */
  sendBack?: (request: GatewayRefundRequest) => Promise<GatewayRefund>;
  log?: Log;
}

/**
 * Corporate bank transfers (商企付, 网银对公转账) without a bank's interface: the buyer transfers to the account and quotes the reference, and the
 * operator confirms what the bank statement shows (`confirmTransfer`). Such a transfer is `created` until it is confirmed or closed; a bank
 * that tells more is a gateway of its own, whose words take it through `processing` and `bank-accepted` (SPEC §5).
 *
 * It keeps nothing, so any number of processes may run it. Closing always works: money that arrives all the same is confirmed by the operator,
 * flagged by billing, and goes back.
 */
export function createManualTransfers({
  account,
  sendBack,
  log = SILENT,
}: ManualTransferOptions): PaymentGateway {
  return {
    supports: (method, environment) => method === 'bank-transfer' && environment === 'desktop',
    create: ({ attemptId, amount, number, expiresAt }) =>
      Promise.resolve({
        type: 'bank-transfer',
        attemptId,
        amount,
        account,
        reference: number,
        confirmedBy: 'operator',
        expiresAt,
      }),
    query: () => Promise.resolve({ state: 'created' }),
    close: () => Promise.resolve({ state: 'closed' }),
    refund(request) {
      if (sendBack) return sendBack(request);
      const { number, refundNumber, transactionId } = request;
      log.warn('transfer-to-send-back', { number, refundNumber, transactionId });
      return Promise.resolve({ state: 'processing' });
    },
    // Whether it has been asked for only `sendBack` knows, which may be asked again.
    queryRefund: () => Promise.resolve({ state: 'unknown' }),
  };
}
