import type { CSSResultOrNative, PropertyValues, TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { OrderKind, PaymentEnvironment, PaymentMethod } from '../../domain/index.js';
import { purchaseFormCatalog } from '../../locales/purchase-form/catalog.js';
import { Localized } from '../../ui/localize.js';
import { SeatkitElement } from '../../ui/seatkit-element.js';
import { skeleton } from '../../ui/templates/skeleton.js';
import { Announcer } from './announcer.js';
import { Checkout, type CheckoutHost, type Screen, type Submission } from './checkout.js';
import { currentEnvironment, isEnvironment, methodsFor } from './environment.js';
import { purchaseFormStyles } from './styles.js';
import { Ticker } from './ticker.js';
import type { CancelIntent } from './payment/views/cancel-dialog.js';
import { screenView } from './views/screen-view.js';

export type * from './events.js';

/**
 * Buys, renews or adds seats: what one gets, what it costs, until when; then takes the payment to its end.
 *
 * @summary Checkout for one app: price, order and payment.
 * @tag purchase-form
 *
 * @slot payment - The host's own way to pay, for example a payment frame: stands in the place of the kit's, which then
 *   starts no payment by itself. `order-created` and `order-resumed` give the order; the backend is asked whether it is paid.
 * @slot done - What the host offers after a payment, beside the receipt.
 *
 * @csspart form - What is chosen and what it costs.
 * @csspart summary - The lines of the price with the button: a card beside the fields, or the bar at the bottom of a narrow box.
 * @csspart changed - A changed price beside the one before.
 * @csspart pay - Paying: the code, the account or the way to the wallet.
 * @csspart outcome - The receipt, how an order ended, or why nothing can be bought.
 *
 * @event order-submit - Before an order is made; cancelable. `detail: { request, quote }`.
 * @event order-created - An order was made. `detail: { order }`.
 * @event order-resumed - An order that waits for payment was found and taken up. `detail: { order }`.
 * @event order-paid - The backend says that the order is paid. `detail: { order }`.
 * @event order-cancelled - The order was cancelled, here or elsewhere. `detail: { order }`.
 * @event quote-changed - The price differs from the one that was shown; the buyer is asked again. `detail: { before, after }`.
 * @event billing-error - Something failed, for the host's log.
 */
export class PurchaseForm extends SeatkitElement implements CheckoutHost {
  static override styles = [SeatkitElement.styles, purchaseFormStyles];

  /** The kind of order to begin with; by the entitlement when absent or not possible now. */
  @property() mode: OrderKind | null = null;

  /** Where the payer sits, which decides how one can pay; detected when absent. */
  @property() environment: PaymentEnvironment | null = null;

  /** Seats to begin with, as the total after the order. */
  @property({ type: Number }) seats: number | null = null;

  /** Length to begin with, in the policy's cycles. */
  @property({ type: Number }) cycles: number | null = null;

  @state() private wantedMethod: PaymentMethod = 'wechat';
  @state() private linesOpen = false;
  @state() private cancelIntent: CancelIntent | null = null;

  readonly #text = new Localized(this, purchaseFormCatalog);
  readonly #ticker = new Ticker(this);
  readonly #announcer = new Announcer(this);
  readonly #checkout = new Checkout(this);
  #screen: Screen = 'waiting';
  #moveFocus = false;
  #dressed = false;

  /** Where the payer sits, as given or detected. */
  get currentEnvironment(): PaymentEnvironment {
    return isEnvironment(this.environment) ? this.environment : currentEnvironment();
  }

  /** How the payer wants to pay, as far as the environment allows. */
  get currentMethod(): PaymentMethod {
    const methods = methodsFor(this.currentEnvironment);
    return methods.includes(this.wantedMethod) ? this.wantedMethod : 'wechat';
  }

  /** Whether the host brings its own way to pay. */
  get hasOwnPayment(): boolean {
    return [...this.children].some(({ slot }) => slot === 'payment');
  }

  protected override get sheets(): CSSResultOrNative[] {
    return [...super.sheets, ...(this.#checkout.payment.desk?.styles ?? [])];
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('mode') || changed.has('seats') || changed.has('cycles')) {
      this.#checkout.editor.reconsider();
    }
    this.#checkout.update();
    if (!this.#dressed && this.#checkout.payment.desk) {
      this.#dressed = true;
      this.applyTheme();
    }
    const before = this.#screen;
    this.#screen = this.#checkout.screen;
    if (this.#screen === before) return;
    if (this.#screen !== 'pay') this.cancelIntent = null;
    this.#moveFocus ||= before !== 'waiting' && this.#hasFocus;
  }

  protected override render(): TemplateResult {
    if (!this.#text.ready) return skeleton(8);
    const { t, format } = this.#text;
    return screenView({
      t,
      format,
      checkout: this.#checkout,
      screen: this.#screen,
      hasBackend: this.activeBackend !== null,
      hasInstallation: this.installationId !== '',
      environment: this.currentEnvironment,
      method: this.currentMethod,
      ownPayment: this.hasOwnPayment,
      announcer: this.#announcer,
      linesOpen: this.linesOpen,
      cancelIntent: this.cancelIntent,
      onMethod: (method) => (this.wantedMethod = method),
      onToggleLines: () => (this.linesOpen = !this.linesOpen),
      onSubmit: () => void this.#afterSubmit(this.#checkout.submit()),
      onConfirmChange: () => void this.#afterSubmit(this.#checkout.confirmChange()),
      onAskCancel: (intent) => (this.cancelIntent = intent),
      onCancel: (intent) => void this.#cancel(intent),
      onUpdate: () => this.requestUpdate(),
    });
  }

  protected override updated(): void {
    const paying = this.#screen === 'pay';
    this.#ticker.every(paying ? 1000 : this.#screen === 'compose' ? 30_000 : null);
    const heading = this.renderRoot.querySelector<HTMLElement>('h2[tabindex]');
    if (!this.#moveFocus || !heading) return;
    this.#moveFocus = false;
    // Whoever went elsewhere meanwhile is left there.
    if (document.activeElement === document.body || this.#hasFocus) heading.focus();
  }

  /** Where an open dialog has it, Chromium does not count it as within. */
  get #hasFocus(): boolean {
    return this.matches(':focus-within') || !!this.shadowRoot?.activeElement;
  }

  async #cancel(intent: CancelIntent): Promise<void> {
    if (await this.#checkout.cancel(intent)) return;
    this.cancelIntent = null;
  }

  /** What must be done first gets the focus. */
  async #afterSubmit(submission: Submission): Promise<void> {
    if (submission !== 'not-accepted' && submission !== 'not-orderable') return;
    await this.updateComplete;
    const wanted = ['[aria-invalid="true"]', '.accept input', '#seats'];
    wanted
      .map((selector) => this.renderRoot.querySelector<HTMLElement>(selector))
      .find((element) => element !== null)
      ?.focus();
  }
}
