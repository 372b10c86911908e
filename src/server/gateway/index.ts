export { combineGateways, type CombinedGateways } from './combine-gateways.js';
export { createManualTransfers, type ManualTransferOptions } from './manual-transfers.js';
export { payerAddress, withPayerAddress } from './payer-address.js';
export {
  createSimulatedGateway,
  type SimulatedGateway,
  type SimulatedGatewayOptions,
} from './simulated/simulated-gateway.js';
export {
  createMemoryPayments,
  type SimulatedPayment,
  type SimulatedPayments,
} from './simulated/simulated-payments.js';
export type { AuthorizationOptions } from './wechat-pay/authorization.js';
export type { PlatformKeyOptions, WeChatPayOptions } from './wechat-pay/wechat-pay-options.js';
export { createMemoryPayers, type Payer, type Payers } from './wechat-pay/payers.js';
export { createWeChatPay, type WeChatPay } from './wechat-pay/wechat-pay.js';
