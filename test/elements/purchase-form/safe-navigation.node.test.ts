import { describe, expect, it } from 'vitest';
import { safePaymentUrl } from '../../../src/elements/purchase-form/payment/safe-navigation.js';

describe('where a payment may lead', () => {
  it.each(['https://pay.example/1', 'http://localhost/1', 'weixin://dl/business/?t=1'])(
    'is a page or the wallet by its own address: %s',
    (url) => expect(safePaymentUrl(url)).toBe(url),
  );

  it.each(['javascript:void(0)', 'data:text/html,x', 'file:///x', 'weixinx://dl', '/relative', ''])(
    'is nothing else: %j',
    (url) => expect(safePaymentUrl(url)).toBe(null),
  );
});
