import type { TemplateResult } from 'lit';
import type { PolicyWarning } from '../../domain/index.js';
import type { WordedStrings } from '../../locales/pricing-words/strings.js';
import type { ProviderHost } from './controllers/provider.js';
import { placeOf } from './places.js';
import type { PreviewDesk } from './preview/desk.js';
import { sampleHandlers } from './preview/handlers.js';
import { placeOfWarning } from './preview/warning-places.js';
import { workOutSample, type Sample } from './sample.js';
import { previewView, type PreviewModel } from './views/preview.js';
import { changeText, type ChangeText } from './change-words.js';

export { asideStyles } from './aside-styles.js';
export { PreviewDesk } from './preview/desk.js';
export { Aids } from './aids/aids.js';

/** What stands beside the form. */
export interface AsideViews {
  preview: TemplateResult;
  /** What the sample costs, for the live region; null while that cannot be said. */
  price: string | null;
}

/** Draws what nobody needs to begin typing: this module is loaded apart, while the form is there already. */
export function asideViews(host: ProviderHost, preview: PreviewDesk): AsideViews {
  const { desk, workspace, format } = host;
  const { policy } = desk.assessment;
  const t = { ...host.t, ...preview.words };
  const sample = workOutSample(preview.sample, policy, workspace.clock.now(), format.timeZone);
  const warnings = policy ? preview.warningsOf(policy) : NO_WARNINGS;
  const changes = changeTexts(host, t);
  return {
    preview: previewView(t, format, previewModel(host, preview, sample, changes, warnings)),
    // The picture says its own.
    price: preview.atPicture ? null : sampleAnnouncement(host, preview, sample),
  };
}

const NO_WARNINGS: readonly PolicyWarning[] = [];

function sampleAnnouncement(
  { desk, t, format }: ProviderHost,
  preview: PreviewDesk,
  { quote }: Sample,
): string | null {
  const { policy } = desk.assessment;
  if (!quote || !policy) return null;
  const seats = t.quotes.seats(quote.seats, format);
  const due = format.money(quote.payable, policy.currency);
  return quote.cycles === 0
    ? preview.t.sample.announceSameEnd(seats, due)
    : preview.t.sample.announce(seats, t.quotes.cycles(quote.cycles, policy.cycle, format), due);
}

function changeTexts({ desk, format }: ProviderHost, t: WordedStrings): ChangeText[] {
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
