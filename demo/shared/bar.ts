import { LitElement, css, html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { InstallationEntitlement, Role } from 'seatkit/backend';
import { becomeRole } from './backend.js';
import { dateTime, roleOn } from './page.js';
import type { DemoBackend } from './hands.js';
import { CUSTOMERS } from './seed.js';
import { change, onChange, settings, type Settings } from './settings.js';
import { words } from './words.js';

/** On a phone the page comes first; the bar opens when it is asked. */
const ROOMY = matchMedia('(min-width: 720px)');

/** The demo's own controls: moves the clock, and changes who is asking, from where, and how well the network works. */
class DemoBar extends LitElement {
  @property({ attribute: false }) backend: DemoBackend | null = null;
  @property() page = '';
  @state() private entitlement: InstallationEntitlement | null = null;
  @state() private facts = { merchantAccountOpened: false, customerAuthorized: false };
  #stop = (): void => undefined;
  #ticking: ReturnType<typeof setInterval> | undefined;

  static override styles = css`
    :host {
      display: block;
      background: var(--bar);
      color: var(--bar-ink);
      font-size: 0.75rem;
    }

    summary,
    .row {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 8px 12px;
      padding: 8px 24px;
    }

    summary {
      justify-content: space-between;
      cursor: pointer;
      list-style: none;
    }

    summary::-webkit-details-marker {
      display: none;
    }

    strong::before {
      content: '▸';
      display: inline-block;
      width: 1.4em;
    }

    details[open] strong::before {
      content: '▾';
    }

    summary span {
      color: var(--bar-muted);
    }

    time {
      font-variant-numeric: tabular-nums;
    }

    .row {
      padding-top: 0;
    }

    label {
      display: inline-flex;
      align-items: center;
      gap: 6px;
      color: var(--bar-muted);
    }

    button,
    select,
    input[type='number'] {
      min-height: 28px;
      padding: 2px 8px;
      border: 1px solid #767f8c;
      border-radius: 6px;
      background: #1f2630;
      color: var(--bar-ink);
      font: inherit;
    }

    button:hover {
      border-color: #a3abb8;
    }

    input[type='number'] {
      width: 64px;
    }

    :focus-visible {
      outline: 2px solid #6ea1ff;
      outline-offset: 2px;
    }

    @media (max-width: 720px) {
      summary,
      .row {
        padding-inline: 16px;
      }
    }

    @media (pointer: coarse) {
      button,
      select,
      input[type='number'] {
        min-height: 44px;
      }
    }
  `;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#follow();
    onChange(() => this.#follow());
    this.#ticking = setInterval(() => this.requestUpdate(), 1000);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop();
    clearInterval(this.#ticking);
  }

  /** The customer's facts, now and after every change. */
  #follow(): void {
    const { backend } = this;
    if (!backend) return;
    const { customer } = settings();
    const load = async (): Promise<void> => {
      const { simulation } = backend;
      const facts = await simulation.installations.facts(customer);
      if (facts) this.facts = facts;
      this.entitlement = await simulation.as('operator').entitlement(customer);
    };
    this.#stop();
    this.#stop = backend.watch(customer, () => void load());
    void load();
    this.requestUpdate();
  }

  override render(): unknown {
    const { backend } = this;
    if (!backend) return nothing;
    const w = words();
    const now = settings();
    const { clock } = backend.simulation;
    const printed = dateTime(now.lang);
    const next = this.entitlement?.nextChangeAt ?? null;
    return html`
      <details ?open=${ROOMY.matches}>
        <summary>
          <strong>${w.bar.label}</strong>
          <span>${w.bar.now} <time>${printed.format(new Date(clock.now()))}</time></span>
        </summary>
        <div class="row">
          <button @click=${() => clock.advance({ days: 1 })}>${w.bar.day}</button>
          <button @click=${() => clock.advance({ days: 7 })}>${w.bar.week}</button>
          <button @click=${() => clock.advance({ days: 30 })}>${w.bar.month}</button>
          <button ?disabled=${next === null} @click=${() => next && clock.set(next)}>
            ${next === null ? w.bar.nextNone : w.bar.next}
          </button>
          <button @click=${() => clock.reset()}>${w.bar.today}</button>
          ${this.#select(w.bar.role, roleOn(this.page), w.roles, (role) => {
            change({ roles: { ...now.roles, [this.page]: role as Role } });
            becomeRole(backend, role as Role);
          })}
          ${this.#select(
            w.bar.customer,
            now.customer,
            Object.fromEntries(CUSTOMERS.map(({ id, name }) => [id, name[now.lang]])),
            (customer) => change({ customer }),
          )}
          ${this.#select(w.bar.language, now.lang, { 'zh-CN': '中文', en: 'English' }, (lang) => {
            change({ lang: lang as Settings['lang'] });
            becomeRole(backend, roleOn(this.page));
          })}
          ${this.#select(
            w.bar.theme,
            now.theme,
            { light: w.bar.light, dark: w.bar.dark },
            (theme) => change({ theme: theme as Settings['theme'] }),
          )}
        </div>
        <div class="row">
          ${this.#select(w.bar.environment, now.environment, w.environments, (environment) =>
            change({ environment: environment as Settings['environment'] }),
          )}
          ${this.#select(w.bar.latency, String(now.latency), w.latencies, (latency) =>
            change({ latency: Number(latency) }),
          )}
          ${this.#select(w.bar.fault, now.fault, w.faults, (fault) =>
            change({ fault: fault as Settings['fault'] }),
          )}
          ${this.#check(w.bar.merchant, 'merchantAccountOpened')}
          ${this.#check(w.bar.authorized, 'customerAuthorized')}
          <label
            >${w.bar.seatsInUse}
            <input
              type="number"
              min="0"
              .value=${String(this.entitlement?.facts.seatsInUse ?? '')}
              @change=${(event: Event) => this.#reportSeats(event)}
            />
          </label>
          <button @click=${() => void backend.simulation.gateway.leaveTransfers(1)}>
            ${w.bar.leaveTransfer}
          </button>
          ${this.#select(w.bar.world, now.world, w.worlds, (world) => {
            change({ world: world as Settings['world'] });
            location.reload();
          })}
          <button @click=${() => void this.#reset()}>${w.bar.reset}</button>
        </div>
      </details>
    `;
  }

  #select(
    label: string,
    value: string,
    choices: Record<string, string>,
    onPick: (value: string) => void,
  ): unknown {
    return html`<label
      >${label}
      <select @change=${(event: Event) => onPick((event.target as HTMLSelectElement).value)}>
        ${Object.entries(choices).map(
          ([key, text]) => html`<option value=${key} ?selected=${key === value}>${text}</option>`,
        )}
      </select>
    </label>`;
  }

  #check(label: string, fact: 'merchantAccountOpened' | 'customerAuthorized'): unknown {
    return html`<label>
      <input
        type="checkbox"
        .checked=${this.facts[fact]}
        @change=${(event: Event) =>
          void this.#setFacts({ [fact]: (event.target as HTMLInputElement).checked })}
      />${label}</label
    >`;
  }

  #reportSeats(event: Event): void {
    const { value } = event.target as HTMLInputElement;
    void this.#report(value === '' ? null : Number(value));
  }

  async #report(seatsInUse: number | null): Promise<void> {
    await this.backend?.simulation.installations.reportSeats(settings().customer, seatsInUse);
    this.#follow();
  }

  async #setFacts(facts: object): Promise<void> {
    await this.backend?.simulation.installations.update(settings().customer, facts);
    this.#follow();
  }

  async #reset(): Promise<void> {
    if (!confirm(words().bar.resetAsk)) return;
    await this.backend?.simulation.reset();
    location.reload();
  }
}

customElements.define('demo-bar', DemoBar);

declare global {
  interface HTMLElementTagNameMap {
    'demo-bar': DemoBar;
  }
}
