const global = globalThis as { WeixinJSBridge?: unknown };

/** Puts a wallet around the page that answers `get_brand_wcpay_request:<answer>` at once. Returns how to take it away. */
export function installWallet(answer: string): () => void {
  global.WeixinJSBridge = {
    invoke: (_name: string, _parameters: unknown, callback: (result: object) => void) =>
      callback({ err_msg: `get_brand_wcpay_request:${answer}` }),
  };
  return () => {
    delete global.WeixinJSBridge;
    history.replaceState(null, '', location.pathname + location.search);
  };
}
