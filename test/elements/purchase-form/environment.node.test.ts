import { describe, expect, it } from 'vitest';
import { detectEnvironment, methodsFor } from '../../../src/elements/purchase-form/environment.js';

const IPHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15';
const WINDOWS = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/130.0';

describe('detectEnvironment', () => {
  it.each([
    [`${IPHONE} Mobile/15E148 MicroMessenger/8.0.49(0x1800312f)`, 'wechat'],
    [
      'Mozilla/5.0 (Linux; Android 14; Pixel 8) Chrome/130.0 Mobile Safari/537.36 MicroMessenger/8.0.50',
      'wechat',
    ],
    [`${IPHONE} Mobile/15E148 wxwork/4.1.22 MicroMessenger/7.0.1`, 'platform-app'],
    [`${IPHONE} Version/17.4 Mobile/15E148 Safari/604.1`, 'mobile'],
    ['Mozilla/5.0 (Phone; OpenHarmony 5.0) AppleWebKit/537.36 Chrome/114.0 ArkWeb/4.1', 'mobile'],
    [WINDOWS, 'desktop'],
    [`${WINDOWS} wxwork/4.1.22 (MicroMessenger/6.2) WindowsWechat`, 'desktop'],
    [`${WINDOWS} MicroMessenger/7.0.20 WindowsWechat(0x63090a13)`, 'desktop'],
    ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) MacWechat MicroMessenger/6.8.0', 'desktop'],
    ['', 'desktop'],
  ])('%s is %s', (userAgent, environment) => {
    expect(detectEnvironment({ userAgent })).toBe(environment);
  });

  it('believes the browser that calls itself mobile over a desktop user agent', () => {
    expect(detectEnvironment({ userAgent: WINDOWS, mobile: true })).toBe('mobile');
    expect(detectEnvironment({ userAgent: WINDOWS, mobile: false })).toBe('desktop');
  });
});

describe('methodsFor', () => {
  it('offers bank transfer on a desktop alone', () => {
    expect(methodsFor('desktop')).toEqual(['wechat', 'bank-transfer']);
    for (const phone of ['wechat', 'platform-app', 'mobile'] as const) {
      expect(methodsFor(phone)).toEqual(['wechat']);
    }
  });
});
