import type { GatewayRefund, GatewayRefundRequest, Job, PaymentGateway } from '../ports.js';

/** Asks for a refund the first time, afterwards how it stands; again where the gateway never heard of it. */
export async function refundAtGateway(
  gateway: PaymentGateway,
  request: GatewayRefundRequest,
  { attempts }: Job,
): Promise<GatewayRefund> {
  const known = attempts > 1 ? await gateway.queryRefund(request.refundNumber) : null;
  return known && known.state !== 'unknown' ? known : gateway.refund(request);
}
