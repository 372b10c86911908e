import type { JsapiParameters } from '../../../contract/index.js';

/**
 * What the wallet said. Never proof of a payment, only a hint what to write on the page: whether it was paid, the backend says (SPEC §5).
 * `absent`: there is no wallet around this page.
 */
export type WalletAnswer = 'ok' | 'cancelled' | 'failed' | 'absent';

interface WeixinBridge {
  invoke(
    name: 'getBrandWCPayRequest',
    parameters: JsapiParameters,
    callback: (result: { err_msg?: unknown }) => void,
  ): void;
}

/** Milliseconds that the surrounding app has to bring its bridge. */
const BRIDGE_PATIENCE = 5000;

/** Opens the wallet of the surrounding app over the page. */
export async function payInWallet(
  parameters: JsapiParameters,
  { patience = BRIDGE_PATIENCE } = {},
): Promise<WalletAnswer> {
  const bridge = currentBridge() ?? (await bridgeWithin(patience));
  if (!bridge) return 'absent';
  return new Promise((resolve) => {
    try {
      bridge.invoke('getBrandWCPayRequest', parameters, ({ err_msg }) => {
        resolve(answerOf(err_msg));
      });
    } catch {
      resolve('failed');
    }
  });
}

function answerOf(message: unknown): WalletAnswer {
  if (message === 'get_brand_wcpay_request:ok') return 'ok';
  return message === 'get_brand_wcpay_request:cancel' ? 'cancelled' : 'failed';
}

function currentBridge(): WeixinBridge | null {
  const bridge = (globalThis as { WeixinJSBridge?: Partial<WeixinBridge> }).WeixinJSBridge;
  return typeof bridge?.invoke === 'function' ? (bridge as WeixinBridge) : null;
}

function bridgeWithin(patience: number): Promise<WeixinBridge | null> {
  return new Promise((resolve) => {
    const settle = () => {
      clearTimeout(timer);
      document.removeEventListener('WeixinJSBridgeReady', settle);
      resolve(currentBridge());
    };
    const timer = setTimeout(settle, patience);
    document.addEventListener('WeixinJSBridgeReady', settle);
  });
}
