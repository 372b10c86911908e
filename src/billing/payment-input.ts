import { BackendError, type StartPaymentInput } from '../contract/index.js';
import type { PaymentEnvironment, PaymentMethod } from '../domain/index.js';
import { MAX_LINE, refuse, requireKey, requireObject, requireOneOf } from './input.js';
import type { PaymentGateway } from './ports.js';

/** How someone wants to pay, checked. */
export interface PaymentInput {
  key: string;
  method: PaymentMethod;
  environment: PaymentEnvironment;
  returnUrl: string | null;
}

const METHODS: readonly PaymentMethod[] = ['wechat', 'bank-transfer'];
const ENVIRONMENTS: readonly PaymentEnvironment[] = ['wechat', 'platform-app', 'mobile', 'desktop'];

/** @throws BackendError `invalid` naming the field, or with `method-unavailable` where the payer cannot pay like this */
export function readPaymentInput(input: StartPaymentInput, gateway: PaymentGateway): PaymentInput {
  const key = requireKey(requireObject('', input).key);
  const method = requireOneOf('method', input.method, METHODS);
  const environment = requireOneOf('environment', input.environment, ENVIRONMENTS);
  const returnUrl = readReturnUrl(input.returnUrl);
  // A transfer is made at a desk (SPEC §5 "Methods by environment").
  const possible = method === 'wechat' || environment === 'desktop';
  if (!possible || !gateway.supports(method, environment)) {
    throw new BackendError('invalid', { reason: 'method-unavailable' });
  }
  return { key, method, environment, returnUrl };
}

function readReturnUrl(url: string | undefined): string | null {
  if (url === undefined) return null;
  if (typeof url !== 'string' || url.length > MAX_LINE || !URL.canParse(url)) {
    return refuse('returnUrl', 'out-of-range');
  }
  // As browsers write it: a header takes no other letters than ASCII's.
  const { protocol, href } = new URL(url);
  return /^https?:$/.test(protocol) ? href : refuse('returnUrl', 'out-of-range');
}
