import type { PaymentEnvironment, PaymentMethod } from '../../domain/index.js';

/** What a browser tells about itself. */
export interface BrowserHints {
  userAgent: string;
  /** `navigator.userAgentData.mobile`, where the browser has it: some send a desktop's user agent from a phone. */
  mobile?: boolean | undefined;
}

const PHONE = /Android|iPhone|iPad|iPod|OpenHarmony|Windows Phone|\bMobile\b/i;

/**
 * Where the payer sits (SPEC §5). The platform's app names WeChat too, so it is looked for first;
 * both apps' desktop programs show a code like any desktop.
 */
export function detectEnvironment({ userAgent, mobile }: BrowserHints): PaymentEnvironment {
  if (mobile !== true && !PHONE.test(userAgent)) return 'desktop';
  if (/wxwork\//i.test(userAgent)) return 'platform-app';
  if (/MicroMessenger\//i.test(userAgent)) return 'wechat';
  return 'mobile';
}

const ENVIRONMENTS: readonly unknown[] = ['wechat', 'platform-app', 'mobile', 'desktop'];

/** Whether a word from outside names an environment. */
export function isEnvironment(word: unknown): word is PaymentEnvironment {
  return ENVIRONMENTS.includes(word);
}

/** How one can pay there, the usual way first. */
export function methodsFor(environment: PaymentEnvironment): readonly PaymentMethod[] {
  return environment === 'desktop' ? ['wechat', 'bank-transfer'] : ['wechat'];
}

/** Where this page runs. */
export function currentEnvironment(): PaymentEnvironment {
  const { userAgent, userAgentData } = navigator as Navigator & {
    userAgentData?: { mobile?: boolean };
  };
  return detectEnvironment({ userAgent, mobile: userAgentData?.mobile });
}
