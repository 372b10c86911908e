import { html, nothing, type TemplateResult } from 'lit';
import type { ReactiveController } from 'lit';
import type { PublishedPolicy } from '../../../contract/index.js';
import { pricingTrustLanguages } from '../../../locales/pricing-trust/catalog.js';
import type { PricingTrustStrings } from '../../../locales/pricing-trust/strings.js';
import { pricingWordsLanguages } from '../../../locales/pricing-words/catalog.js';
import type { PricingWordStrings } from '../../../locales/pricing-words/strings.js';
import { Localized } from '../../../ui/localize.js';
import type { SeatkitElement } from '../../../ui/seatkit-element.js';
import type { ProviderHost } from '../controllers/provider.js';
import type { Facts } from '../controllers/workspace.js';
import { draftOf } from '../draft/from-policy.js';
import type { Moment } from '../screen-model.js';
import type { TrustSlots } from '../views/screen.js';
import { conflictView } from '../views/conflict.js';
import { exportDialog } from '../views/export.js';
import { historyDialog } from '../views/history.js';
import { importDialog } from '../views/import.js';
import { launchDialog } from '../views/launch.js';
import { reviewDialog } from '../views/review.js';
import { templateCards, templatesDialog } from '../views/templates.js';
import { toolsView, type Tool } from '../views/tools.js';
import { trustNotes } from '../views/trust-notes.js';
import { conflictModel } from './conflict-model.js';
import type { TrustContext } from './context.js';
import { ExportDesk } from './export-desk.js';
import { changesFrom, ImportDesk, showInText } from './import-desk.js';
import { History } from './history.js';
import { LeaveGuard } from './leave-guard.js';
import { Merge } from './merge.js';
import { launchModel, reviewModel } from './publish-models.js';
import { Replacement } from './replacement.js';
import { Acceptance } from './review.js';
import { withTemplate, type TemplateName } from './templates.js';

export { trustStyles } from '../styles/trust.js';

/** What is done with a policy as a whole, so that none is published that was not meant and no draft is lost. Loads apart. */
export class Trust implements ReactiveController {
  readonly #element: SeatkitElement;
  readonly #host: ProviderHost;
  readonly #text: Localized<PricingTrustStrings>;
  readonly #words: Localized<PricingWordStrings>;
  readonly #replacement: Replacement;
  readonly #merge = new Merge();
  readonly #acceptance = new Acceptance();
  readonly #history: History;
  readonly #import: ImportDesk;
  readonly #export: ExportDesk;
  #open: Tool | null = null;
  #about = '';

  constructor(element: SeatkitElement, host: ProviderHost) {
    this.#element = element;
    this.#host = host;
    this.#text = new Localized(element, pricingTrustLanguages);
    this.#words = new Localized(element, pricingWordsLanguages);
    this.#replacement = new Replacement(host);
    this.#import = new ImportDesk(host);
    this.#export = new ExportDesk(host);
    const { facts } = host.workspace;
    this.#history = new History(element, () =>
      this.#open === 'history' ? (facts.value?.published?.version ?? null) : null,
    );
    new LeaveGuard(element, host.desk, () => facts.value !== undefined);
    element.addController(this);
  }

  /** Another installation has nothing to do with what was open or replaced here. */
  hostUpdate(): void {
    const { installationId } = this.#element;
    if (this.#about === installationId) return;
    this.#about = installationId;
    this.#open = null;
    this.#replacement.replaced = null;
  }

  /** null until its words are there. */
  slots({
    facts,
    provider,
    disabled,
  }: Pick<Moment, 'facts' | 'provider' | 'disabled'>): TrustSlots | null {
    const { format } = this.#host;
    if (!this.#text.ready || !this.#words.ready) return null;
    const t = { ...this.#host.t, ...this.#words.t };
    const editable = !disabled && (!facts || facts.session.role === 'provider');
    const w = this.#text.t;
    const context: TrustContext = { host: this.#host, provider, facts, editable, t, w, format };
    return {
      tools: toolsView(context, (tool) => this.#show(tool)),
      notes: html`${this.#notes(context)} ${this.#conflict(context)} ${this.#beginning(context)}`,
      dialogs: html`${facts ? this.#decisions(context, facts) : nothing} ${this.#tools(context)}`,
    };
  }

  #show(tool: Tool | null): void {
    if (tool === 'history') this.#history.open();
    if (tool === 'import') this.#import.clear();
    if (tool === 'export') this.#export.open();
    this.#open = tool;
    this.#element.requestUpdate();
  }

  #notes(context: TrustContext): TemplateResult {
    const { w, host, editable } = context;
    const { desk } = host;
    const settle = (act: () => void, sentence: string) => () => {
      act();
      host.say(sentence);
      void host.goTo('policy');
    };
    return trustNotes(context, {
      rival:
        desk.rival && editable
          ? {
              onTake: settle(() => {
                this.#replacement.remember();
                desk.takeRival();
              }, w.rival.taken),
              onKeep: settle(() => desk.refuseRival(), w.rival.kept),
            }
          : null,
      replaced:
        this.#replacement.replaced && editable
          ? {
              onRecover: settle(() => this.#replacement.recover(), w.replaced.recovered),
              onDismiss: settle(() => this.#replacement.forget(), ''),
            }
          : null,
    });
  }

  #conflict(context: TrustContext): TemplateResult | typeof nothing {
    const model = conflictModel(context, this.#merge, this.#replacement);
    return model ? conflictView(context, model) : nothing;
  }

  /** Nothing is priced yet: common models to begin with. */
  #beginning(context: TrustContext): TemplateResult | typeof nothing {
    const { w, facts, editable, host } = context;
    const { desk } = host;
    if (!editable || facts?.published || desk.dirty || desk.assessment.policy) return nothing;
    return html`<section class="part" aria-labelledby="begin">
      <p id="begin">${w.templates.begin}</p>
      ${templateCards(context, (name) => this.#useTemplate(context, name))}
    </section>`;
  }

  #decisions(context: TrustContext, facts: Facts): TemplateResult {
    return html`${reviewDialog(context, reviewModel(context, facts, this.#acceptance))}
    ${launchDialog(context, launchModel(context, facts))}`;
  }

  #tools(context: TrustContext): TemplateResult {
    const { host, editable } = context;
    const { desk } = host;
    const onClose = () => this.#show(null);
    return html`${historyDialog(context, {
      open: this.#open === 'history',
      history: this.#history,
      draft: desk.dirty ? desk.assessment.policy : null,
      onRestore: (version) => this.#restore(context, version),
      onClose,
    })}
    ${templatesDialog(context, {
      open: this.#open === 'templates' && editable,
      onUse: (name) => this.#useTemplate(context, name),
      onClose,
    })}
    ${importDialog(context, {
      open: this.#open === 'import' && editable,
      desk: this.#import,
      changes: changesFrom(context, this.#import.policy),
      onShow: (path) => showInText(this.#element.renderRoot, this.#import.text, path),
      onUse: () => this.#useImport(context),
      onClose,
    })}
    ${exportDialog(context, this.#export.model(context, this.#open === 'export', onClose))}`;
  }

  #restore({ w, host }: TrustContext, { version, policy }: PublishedPolicy): void {
    this.#replacement.put(draftOf(policy));
    this.#done(host, w.history.restored(version));
  }

  #useTemplate({ w, host }: TrustContext, name: TemplateName): void {
    this.#replacement.put(withTemplate(host.desk.draft, name));
    this.#done(host, w.templates.applied(w.templates[name].title));
  }

  #useImport({ w, host }: TrustContext): void {
    const { policy } = this.#import;
    if (!policy) return;
    this.#replacement.put(draftOf(policy));
    this.#done(host, w.import.used);
  }

  #done(host: ProviderHost, sentence: string): void {
    this.#show(null);
    host.say(sentence);
    void host.goTo('policy');
  }
}
