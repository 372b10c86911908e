import { addDays } from '../../../domain/instant.js';
import type { PublishedPolicy } from '../../../contract/index.js';
import type { PricingEditorStrings } from '../../../locales/pricing-editor/strings.js';
import type { Format } from '../../../ui/format.js';
import type { SeatkitElement } from '../../../ui/seatkit-element.js';
import { publishingGate } from '../checklist.js';
import type { DraftDesk } from './draft-desk.js';
import type { Workspace } from './workspace.js';

/** The element, as far as a provider's actions need it. */
export interface ProviderHost extends Pick<SeatkitElement, 'emit' | 'requestUpdate'> {
  readonly workspace: Workspace;
  readonly desk: DraftDesk;
  readonly t: PricingEditorStrings;
  readonly format: Format;
  say(text: string): void;
  goTo(id: string): Promise<void>;
}

/** What a provider does with a draft that is ready: publish, submit, launch; each asked for once, told to the host, and announced. */
export class Provider {
  /** The review before a publication is open. */
  reviewing = false;
  /** The question before the launch is open. */
  asking = false;
  /** Publishing was wanted while a gate was closed. */
  refused = false;

  readonly #host: ProviderHost;

  constructor(host: ProviderHost) {
    this.#host = host;
  }

  /** Opens the review of a draft without faults; says so where there is nothing to publish or a gate is closed. */
  review(): void {
    const { desk, workspace, t } = this.#host;
    const { value: facts } = workspace.facts;
    if (!facts || !desk.assessment.policy) return;
    this.refused = publishingGate(facts.installation) !== null;
    if (this.refused) this.#host.requestUpdate();
    else if (desk.theirs) void this.#host.goTo('conflict');
    else if (desk.base && !desk.dirty) this.#host.say(t.review.nothing(desk.base.version));
    else {
      workspace.publishing.clear();
      this.reviewing = true;
    }
    this.#host.requestUpdate();
  }

  closeReview(): void {
    this.reviewing = false;
    this.#host.requestUpdate();
  }

  async publish(): Promise<void> {
    const { desk, workspace } = this.#host;
    const { publishing } = workspace;
    const { value: facts } = workspace.facts;
    const { policy } = desk.assessment;
    if (!facts || !policy || publishing.pending) return;
    const detail = { policy, baseVersion: desk.base?.version ?? null };
    if (!this.#host.emit('policy-publish', detail, { cancelable: true })) {
      this.closeReview();
      return;
    }
    const published = await publishing.run(detail);
    if (!published) {
      await this.#afterRefusal();
      return;
    }
    const installation = { ...facts.installation, policyVersion: published.version };
    if (workspace.learn({ published, installation }, facts)) desk.settle(published);
    this.#published(published);
  }

  async submit(): Promise<void> {
    const { workspace, t } = this.#host;
    const { value: facts } = workspace.facts;
    if (!facts || workspace.submitting.pending) return;
    const installation = await workspace.submitting.run();
    if (!installation) return;
    workspace.learn({ installation }, facts);
    this.#host.emit('installation-submitted', { installation });
    this.#host.say(t.checklist.submitted);
    await this.#host.goTo('launch');
  }

  ask(): void {
    this.#host.workspace.launching.clear();
    this.asking = true;
    this.#host.requestUpdate();
  }

  closeAsking(): void {
    this.asking = false;
    this.#host.requestUpdate();
  }

  async launch(): Promise<void> {
    const { workspace, t, format } = this.#host;
    const { value: facts } = workspace.facts;
    if (!facts || workspace.launching.pending) return;
    const installation = await workspace.launching.run();
    if (!installation) return;
    this.closeAsking();
    workspace.learn({ installation }, facts);
    this.#host.emit('installation-launched', { installation });
    const { launchedAt } = installation;
    const trialDays = installation.subscription?.trialDays ?? facts.published?.policy.trial.days;
    if (launchedAt === null || trialDays === undefined) return;
    this.#host.say(t.checklist.launched(format.dateTime(addDays(launchedAt, trialDays))));
  }

  #published(published: PublishedPolicy): void {
    this.closeReview();
    this.#host.emit('policy-published', { published });
    this.#host.say(this.#host.t.review.published(published.version));
  }

  /** A newer version by somebody else is shown beside the draft; anything else stays with its message in the review. */
  async #afterRefusal(): Promise<void> {
    const { workspace, desk } = this.#host;
    const { publishing, facts } = workspace;
    if (publishing.error?.code !== 'policy-changed') return;
    const { current } = publishing.error.data;
    if (current && facts.value) workspace.learn({ published: current }, facts.value);
    else await facts.refresh();
    const published = facts.value?.published ?? null;
    desk.meet(published);
    if (published && !desk.theirs) {
      // An attempt before this one did arrive; only its answer was lost.
      this.#published(published);
      return;
    }
    this.closeReview();
    await this.#host.goTo('conflict');
  }
}
