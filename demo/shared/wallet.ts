import { html, render } from 'lit';
import { words } from './words.js';

type Answer = 'ok' | 'cancel' | 'fail';

/** Stands in for the wallet of the surrounding app: asks, opens the simulated payment, and answers as the wallet would. */
function ask(simulationUrl: string): Promise<Answer> {
  return new Promise((resolve) => {
    const dialog = document.createElement('dialog');
    dialog.className = 'wallet';
    dialog.ariaLabel = words().pay.heading;
    const end = (answer: Answer): void => {
      dialog.close();
      dialog.remove();
      resolve(answer);
    };
    dialog.addEventListener('cancel', () => end('cancel'));
    const w = words().pay;
    render(
      html`
        <h2>${w.heading}</h2>
        <p class="muted">${w.lead}</p>
        <div class="actions">
          <button
            class="button primary"
            @click=${() => {
              window.open(`${simulationUrl}&now=1`, '_blank', 'noopener');
              end('ok');
            }}
          >
            ${w.pay}
          </button>
          <button class="button" @click=${() => end('cancel')}>${w.cancel}</button>
          <button class="button" @click=${() => end('fail')}>${w.fail}</button>
        </div>
      `,
      dialog,
    );
    document.body.append(dialog);
    dialog.showModal();
  });
}

/** A WeChat bridge for desktop browsers, so that the phone's way to pay can be tried anywhere. */
export function installSimulatedWallet(): void {
  if ('WeixinJSBridge' in window) return;
  Object.assign(window, {
    WeixinJSBridge: {
      invoke(
        _name: string,
        parameters: { package: string },
        callback: (result: { err_msg: string }) => void,
      ) {
        const number = parameters.package.replace('prepay_id=simulated-', '');
        const url = new URL('pay.html', location.href);
        url.searchParams.set('number', number);
        void ask(url.href).then((answer) =>
          callback({ err_msg: `get_brand_wcpay_request:${answer}` }),
        );
      },
    },
  });
}
