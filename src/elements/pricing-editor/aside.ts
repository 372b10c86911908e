import { html, nothing, type TemplateResult } from 'lit';
import type { Policy, PolicyWarning } from '../../domain/index.js';
import type { PricingEditorStrings } from '../../locales/pricing-editor/strings.js';
import type { Format } from '../../ui/format.js';
import { conflictRows } from './conflict.js';
import type { Provider, ProviderHost } from './controllers/provider.js';
import type { Facts } from './controllers/workspace.js';
import { placeOf } from './places.js';
import type { PreviewDesk } from './preview/desk.js';
import { sampleHandlers } from './preview/handlers.js';
import { placeOfWarning } from './preview/warning-places.js';
import { workOutSample, type Sample } from './sample.js';
import { conflictView, type ConflictModel } from './views/conflict.js';
import { launchDialog, type LaunchModel } from './views/launch.js';
import { previewView, type PreviewModel } from './views/preview.js';
import { reviewDialog, type ReviewModel } from './views/review.js';
import { changeText, contextOf, type ChangeText } from './words.js';

/** What the preview depends on beside the draft. */
export interface AsideMoment {
  /** undefined without a backend. */
  facts: Facts | undefined;
  provider: Provider;
}

export { asideStyles } from './aside-styles.js';
export { PreviewDesk } from './preview/desk.js';

/** What stands beside the form. */
export interface AsideViews {
  preview: TemplateResult;
  conflict: TemplateResult | typeof nothing;
  dialogs: TemplateResult | typeof nothing;
  /** What the sample costs, for the live region; null while that cannot be said. */
  price: string | null;
}

/** Draws what nobody needs to begin typing: this module is loaded apart, while the form is there already. */
export function asideViews(
  host: ProviderHost,
  moment: AsideMoment,
  preview: PreviewDesk,
): AsideViews {
  const { desk, workspace, t, format } = host;
  const { facts, provider } = moment;
  const { policy } = desk.assessment;
  const sample = workOutSample(preview.sample, policy, workspace.clock.now(), format.timeZone);
  const warnings = policy ? preview.warningsOf(policy) : NO_WARNINGS;
  const changes = changeTexts(host);
  const conflict = facts && conflictModel(host, facts);
  return {
    preview: previewView(t, format, previewModel(host, preview, sample, changes, warnings)),
    conflict: conflict ? conflictView(t, format, conflict) : nothing,
    dialogs: facts
      ? html`${reviewDialog(t, reviewModel(host, provider, facts, changes, warnings))}
        ${launchDialog(t, format, launchModel(host, provider, facts))}`
      : nothing,
    // The picture says its own.
    price: preview.atPicture ? null : sampleAnnouncement(t, sample, policy, format),
  };
}

const NO_WARNINGS: readonly PolicyWarning[] = [];

function sampleAnnouncement(
  t: PricingEditorStrings,
  { quote }: Sample,
  policy: Policy | null,
  format: Format,
): string | null {
  if (!quote || !policy) return null;
  return t.sample.announce(
    t.quotes.seats(quote.seats, format),
    t.quotes.cycles(quote.cycles, policy.cycle, format),
    format.money(quote.payable, policy.currency),
  );
}

function changeTexts({ desk, t, format }: ProviderHost): ChangeText[] {
  const { base, assessment, changes } = desk;
  const { policy } = assessment;
  if (!base || !policy) return [];
  return changes.map((change) => changeText(t, change, base.policy, policy, format));
}

function previewModel(
  host: ProviderHost,
  preview: PreviewDesk,
  sample: Sample,
  changes: readonly ChangeText[],
  warnings: readonly PolicyWarning[],
): PreviewModel {
  const { desk } = host;
  const { policy } = desk.assessment;
  return {
    p: preview.t,
    policy,
    warnings,
    published: desk.base,
    changes,
    sample,
    looks: preview.looks,
    width: preview.width,
    curveOf: (of, cycles) => preview.curveOf(of, cycles),
    onLook: (change) => preview.look(change),
    onPicture: (focused) => (preview.atPicture = focused),
    onShow: (warning) => showWarning(host, preview, warning),
    ...sampleHandlers(host, preview),
  };
}

/** Goes to where a warning comes from: its field gets the focus, the picture shows its order, and both are said. */
function showWarning(host: ProviderHost, preview: PreviewDesk, warning: PolicyWarning): void {
  const { desk, t, format } = host;
  const { policy } = desk.assessment;
  const place = policy && placeOfWarning(warning, policy, preview.curveOf(policy, 1));
  if (place) {
    preview.show(place);
    const seats = t.quotes.seats(place.seats, format);
    host.say(preview.t.warnings.shown(seats, t.quotes.cycles(place.cycles, policy.cycle, format)));
  }
  void host.goTo(placeOf(warning.path, desk.draft).focus);
}

function conflictModel(host: ProviderHost, { published }: Facts): ConflictModel | null {
  const { desk, t, format } = host;
  const { theirs } = desk;
  if (!theirs || !published) return null;
  const sides = {
    base: desk.base?.policy ?? null,
    theirs: theirs.policy,
    yours: desk.assessment.policy,
  };
  const goOn = (announcement: string) => {
    host.say(announcement);
    void host.goTo('publish');
  };
  return {
    theirs: published,
    baseVersion: desk.base?.version ?? null,
    rows: conflictRows(t, sides, format),
    onRebase: () => {
      desk.rebase();
      goOn(t.conflict.rebased(theirs.version));
    },
    onTake: () => {
      desk.takeTheirs();
      goOn(t.conflict.taken(theirs.version));
    },
  };
}

function reviewModel(
  { desk, workspace, format }: ProviderHost,
  provider: Provider,
  { published, installation }: Facts,
  changes: readonly ChangeText[],
  warnings: readonly PolicyWarning[],
): ReviewModel {
  const { policy } = desk.assessment;
  return {
    open: provider.reviewing,
    version: (published?.version ?? 0) + 1,
    launched: installation.launchedAt !== null,
    changes,
    warnings,
    context: policy && contextOf(policy, format),
    pending: workspace.publishing.pending,
    error: workspace.publishing.error,
    onConfirm: () => void provider.publish(),
    onClose: () => provider.closeReview(),
  };
}

function launchModel(
  { workspace }: ProviderHost,
  provider: Provider,
  { published }: Facts,
): LaunchModel {
  return {
    open: provider.asking,
    published,
    now: workspace.clock.now(),
    pending: workspace.launching.pending,
    error: workspace.launching.error,
    onConfirm: () => void provider.launch(),
    onClose: () => provider.closeAsking(),
  };
}
