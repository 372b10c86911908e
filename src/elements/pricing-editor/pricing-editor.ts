import type { CSSResultOrNative, TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Policy } from '../../domain/index.js';
import { pricingEditorCatalog } from '../../locales/pricing-editor/catalog.js';
import { Localized } from '../../ui/localize.js';
import { SeatkitElement } from '../../ui/seatkit-element.js';
import { Announcer } from './controllers/announcer.js';
import { AsideLoader } from './controllers/aside-loader.js';
import { DraftDesk } from './controllers/draft-desk.js';
import { FormValue } from './controllers/form-value.js';
import { Provider, type ProviderHost } from './controllers/provider.js';
import { TrustLoader } from './controllers/trust-loader.js';
import { Workspace, type Facts } from './controllers/workspace.js';
import { isDraft } from './draft/saved.js';
import { placeOf } from './places.js';
import { screenModel, type Moment } from './screen-model.js';
import { pricingEditorStyles } from './styles.js';
import { absentView, screenView, type AsideSlots, type TrustSlots } from './views/screen.js';
import { waitingAside, waitingTrust, waitingView } from './views/waiting.js';

/**
 * Prices an app: every item of the policy with its faults beside it, what it would cost whom, and the way from there to the launch.
 * With a backend and an installation it publishes; without, it is a field of a form that holds a policy.
 *
 * @summary Editor of a pricing policy, with preview, checks and publication.
 * @tag pricing-editor
 *
 * @event policy-changed - The draft was edited. `detail: { policy, valid, issues }`; `policy` is null while anything is wrong.
 * @event draft-changed - There is something to lose now, or no longer. `detail: { dirty, kept }`.
 * @event policy-publish - Before a policy is published; cancelable. `detail: { policy, baseVersion }`.
 * @event policy-published - A version was published. `detail: { published }`.
 * @event installation-submitted - The app was submitted for launch. `detail: { installation }`.
 * @event installation-launched - The app was launched: its trial runs. `detail: { installation }`.
 * @event billing-error - Something failed, for the host's log.
 */
export class PricingEditor extends SeatkitElement {
  static readonly formAssociated = true;
  static override styles = [SeatkitElement.styles, pricingEditorStyles];

  /** Name of the field in a form around it. */
  @property({ reflect: true, useDefault: true }) name = '';

  /** Nothing can be edited, and a form around it goes without it. */
  @property({ type: Boolean, reflect: true }) disabled = false;

  /** Nothing can be edited; a form around it still submits it. */
  @property({ attribute: 'readonly', type: Boolean, reflect: true }) readOnly = false;

  /** Whether a form around it needs a policy; without it, one that nobody has begun is no fault. */
  @property({ type: Boolean, reflect: true }) required = false;

  @state() private left: ReadonlySet<string> = new Set();
  @state() private showAll = false;
  /** Disabled by itself or by a fieldset around it. */
  @state() private barred = false;

  readonly #workspace = new Workspace(this);
  readonly #desk = new DraftDesk(this, () => this.#edited());
  readonly #text = new Localized(this, pricingEditorCatalog);
  readonly #announcer = new Announcer(this);
  readonly #aside = new AsideLoader(this, () => this.hasUpdated && this.applyTheme());
  readonly #form = new FormValue(this);
  readonly #host: ProviderHost;
  readonly #provider: Provider;
  readonly #trust: TrustLoader;
  #facts: Facts | undefined;
  /** The installation that the draft on the desk belongs to. */
  #opened: Facts | undefined;
  #price: string | null = null;
  #given: { policy: Policy | null } | null = null;

  constructor() {
    super();
    const text = this.#text;
    this.#host = {
      workspace: this.#workspace,
      desk: this.#desk,
      get t() {
        return text.t;
      },
      get format() {
        return text.format;
      },
      say: (sentence) => this.#announcer.say(sentence),
      goTo: (id) => this.#goTo(id),
      emit: (name, detail, options) => this.emit(name, detail, options),
      requestUpdate: () => this.requestUpdate(),
    };
    this.#provider = new Provider(this.#host);
    this.#trust = new TrustLoader(this, this.#host, () => this.hasUpdated && this.applyTheme());
    // A form around it wants to go on: everything that is wrong is shown.
    this.addEventListener('invalid', () => (this.showAll = true));
  }

  /**
   * The policy in the editor; null while anything is wrong. Setting it replaces the draft, unless it is what the draft says already:
   * a host may give back what `policy-changed` told it, and nothing typed is touched.
   */
  @property({ attribute: false })
  get value(): Policy | null {
    return this.#desk.assessment.policy;
  }

  set value(policy: Policy | null) {
    this.#given = { policy };
    if (this.#desk.echoes(policy)) return;
    if (this.#facts) this.#desk.put(policy);
    else this.#desk.give(policy);
    this.#pristine();
  }

  /** Whether the draft says something else than what is published, or was given; `draft-changed` tells when that turns. */
  get dirty(): boolean {
    return this.#desk.dirty;
  }

  /** The form around it. */
  get form(): HTMLFormElement | null {
    return this.#form.form;
  }

  /** As in native fields: invalid while anything is wrong with the draft. */
  get validity(): ValidityState | null {
    return this.#form.validity;
  }

  get validationMessage(): string {
    return this.#form.validationMessage;
  }

  get willValidate(): boolean {
    return this.#form.willValidate;
  }

  checkValidity(): boolean {
    return this.#form.checkValidity();
  }

  reportValidity(): boolean {
    return this.#form.reportValidity();
  }

  /** The form was reset: back to the value that was given, or what is published. */
  formResetCallback(): void {
    this.#desk.reset();
    this.#pristine();
  }

  formDisabledCallback(disabled: boolean): void {
    this.barred = disabled;
  }

  /** The browser brings back what was typed, or fills in what was submitted before. */
  formStateRestoreCallback(restored: unknown, mode?: 'restore' | 'autocomplete'): void {
    if (typeof restored !== 'string') return;
    try {
      const kept: unknown = JSON.parse(restored);
      if (isDraft(kept)) this.#desk.edit(kept);
      else if (mode === 'autocomplete') this.#desk.put(kept);
    } catch {
      // Not ours: the draft stays as it is.
    }
  }

  /** Moves the focus to a control, once it is there. */
  async #goTo(id: string): Promise<void> {
    await this.updateComplete;
    const found = this.renderRoot.querySelector<HTMLElement>(`[id="${id}"]`);
    const control =
      found?.localName === 'fieldset'
        ? (found.querySelector<HTMLElement>('input:checked') ?? found.querySelector('input'))
        : found;
    control?.focus();
  }

  protected override get sheets(): CSSResultOrNative[] {
    return [...super.sheets, ...(this.#aside.aside?.asideStyles ?? []), ...this.#trust.sheets];
  }

  protected override willUpdate(): void {
    const facts = this.#workspace.facts.value;
    if (facts === this.#facts) return;
    this.#facts = facts;
    if (!facts) return;
    const before = this.#opened;
    this.#opened = facts;
    this.#workspace.clock.sync(facts.session.now);
    if (before?.backend === facts.backend && before.installationId === facts.installationId) {
      // While a publication is under way, its own version is no news.
      if (!this.#workspace.publishing.pending) this.#desk.meet(facts.published);
      return;
    }
    this.#desk.open(facts.installationId, facts.published);
    // What the host gave before anything was loaded was meant for this one.
    if (this.#given && !before) this.#desk.put(this.#given.policy);
    this.#pristine();
  }

  protected override render(): TemplateResult {
    const { facts } = this.#workspace;
    const managed = this.activeBackend !== null && this.installationId !== '';
    const alone = !managed && this.installationId === '' && this.#given !== null;
    if (!this.#text.ready || (managed && facts.state === 'loading')) {
      return waitingView(facts.busy ? this.#text.t.common.loading : '');
    }
    if (!alone && (!facts.value || isEmptyFor(facts.value))) {
      return absentView(this.#text.t, {
        hasBackend: this.activeBackend !== null,
        empty: facts.value !== undefined,
        error: facts.error,
        busy: facts.busy,
        onRetry: () => void facts.refresh(),
      });
    }
    const moment = {
      facts: alone ? undefined : facts.value,
      provider: this.#provider,
      seen: { left: this.left, all: this.showAll },
      disabled: this.disabled || this.barred || this.readOnly,
      aids: this.#aside.aids?.ready ? this.#aside.aids : null,
      announcement: this.#announcer.text,
      onLeave: (id: string) => this.#leave(id),
      onReview: () => this.#review(),
    };
    return screenView(
      screenModel(this.#host, moment),
      this.#asideSlots(),
      this.#trustSlots(moment),
    );
  }

  protected override updated(): void {
    const { draft, assessment } = this.#desk;
    const { issues, policy } = assessment;
    const isBlank = issues.length > 0 && this.#desk.isBlank;
    const missing = isBlank && this.required;
    this.#form.report({
      draft,
      policy,
      missing,
      problem:
        issues.length > 0 && (missing || !isBlank)
          ? this.#text.t.issues.count(issues.length, this.#text.format)
          : '',
      anchor: () => this.renderRoot.querySelector<HTMLElement>(`#${this.#firstFault()}`),
    });
    if (this.#price !== null) this.#announcer.price(this.#price);
  }

  #trustSlots(moment: Moment): TrustSlots {
    const { trust, failed } = this.#trust;
    return (
      trust?.slots(moment) ?? waitingTrust(this.#text.t, failed, () => void this.#trust.load())
    );
  }

  #asideSlots(): AsideSlots {
    const { aside, preview, failed } = this.#aside;
    this.#price = null;
    if (!aside || !preview?.ready)
      return waitingAside(this.#text.t, failed, () => void this.#aside.load());
    const views = aside.asideViews(this.#host, preview);
    this.#price = views.price;
    return views;
  }

  #edited(): void {
    const { policy, issues } = this.#desk.assessment;
    this.emit('policy-changed', { policy, valid: policy !== null, issues });
  }

  /** A new beginning: no field has been left yet. */
  #pristine(): void {
    this.left = new Set();
    this.showAll = false;
  }

  #leave(id: string): void {
    if (id === '') return;
    this.left = new Set([...this.left, id]);
    this.#desk.tidy();
  }

  #review(): void {
    this.showAll = true;
    const { issues } = this.#desk.assessment;
    if (issues.length === 0) {
      this.#provider.review();
      return;
    }
    this.#announcer.say(this.#text.t.issues.count(issues.length, this.#text.format));
    void this.#goTo(this.#firstFault());
  }

  /** Id of the control to begin with. */
  #firstFault(): string {
    const { draft, faults } = this.#desk;
    const [first] = faults;
    return first ? placeOf(first.path, draft).focus : 'accept-foreign';
  }
}

/** Nothing is published, and who looks cannot change that. */
function isEmptyFor({ session, published }: Facts): boolean {
  return published === null && session.role !== 'provider';
}
