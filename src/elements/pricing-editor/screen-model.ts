import type { Policy } from '../../domain/index.js';
import type { PricingEditorStrings } from '../../locales/pricing-editor/strings.js';
import type { Format } from '../../ui/format.js';
import { publishingGate } from './checklist.js';
import { conflictRows } from './conflict.js';
import type { Provider, ProviderHost } from './controllers/provider.js';
import type { Facts } from './controllers/workspace.js';
import { issueTexts, shownIssues, type Seen } from './issues.js';
import { placeOf } from './places.js';
import type { Sample, SampleText } from './sample.js';
import type { ChecklistModel } from './views/checklist.js';
import type { ConflictModel } from './views/conflict.js';
import type { FooterModel } from './views/footer.js';
import type { LaunchModel } from './views/launch.js';
import type { PreviewModel } from './views/preview.js';
import type { ReviewModel } from './views/review.js';
import type { ScreenModel } from './views/screen.js';
import type { FormView } from './views/view.js';
import { changeText, contextOf, type ChangeText } from './words.js';

/** What the element knows beside its draft and its backend. */
export interface Moment {
  /** undefined without a backend. */
  facts: Facts | undefined;
  provider: Provider;
  sample: Sample;
  seen: Seen;
  /** Of the plot, in pixels. */
  width: number;
  /** By a fieldset around it. */
  disabled: boolean;
  announcement: string;
  onSample: (change: Partial<SampleText>) => void;
  onLeave: (id: string) => void;
  onReview: () => void;
}

/** Puts together what is drawn. */
export function screenModel(host: ProviderHost, moment: Moment): ScreenModel {
  const { desk, t, format } = host;
  const { facts, seen } = moment;
  const { draft, assessment } = desk;
  const editable = !moment.disabled && (!facts || facts.session.role === 'provider');
  const shown = shownIssues(assessment.issues, draft, seen);
  const issues = issueTexts(t, shown, draft, format);
  const changes = changeTexts(host);
  return {
    form: formView(host, editable, issues),
    preview: previewModel(host, moment, changes),
    footer: footerModel(host, moment, shown.length),
    unplaced: issues.get('policy') ?? [],
    managed: facts ? managedModel(host, moment, facts, changes, editable) : null,
    announcement: moment.announcement,
    onLeave: moment.onLeave,
    onSubmit: facts ? moment.onReview : () => undefined,
  };
}

/** What the sample costs, for the live region; null while it costs nothing that can be said. */
export function sampleAnnouncement(
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

function formView(
  host: ProviderHost,
  editable: boolean,
  issues: ReadonlyMap<string, readonly string[]>,
): FormView {
  const { desk, t, format } = host;
  return {
    t,
    format,
    draft: desk.draft,
    editable,
    issues,
    edit: (draft) => desk.edit(draft),
    moveOn: (focus, announcement) => {
      host.say(announcement);
      void host.goTo(focus);
    },
  };
}

function previewModel(
  host: ProviderHost,
  { sample, width, onSample }: Moment,
  changes: readonly ChangeText[],
): PreviewModel {
  const { desk } = host;
  const { policy, warnings } = desk.assessment;
  return {
    policy,
    warnings,
    published: desk.base,
    changes,
    sample,
    width,
    onSeats: (seats) => onSample({ seats }),
    onCycles: (cycles) => onSample({ cycles }),
    onShow: (path) => void host.goTo(placeOf(path, desk.draft).focus),
  };
}

function footerModel(host: ProviderHost, moment: Moment, problems: number): FooterModel {
  const { desk, t } = host;
  const { facts, provider } = moment;
  // A gate that has opened meanwhile is no reason any more.
  const gate = facts && provider.refused ? publishingGate(facts.installation) : null;
  return {
    problems,
    dirty: desk.dirty,
    found: desk.found,
    unkept: desk.unkept,
    kept: facts !== undefined,
    canRecover: desk.dropped !== null,
    baseVersion: desk.base?.version ?? null,
    nextVersion: facts ? (facts.published?.version ?? 0) + 1 : null,
    refusal: gate && t.errors.reasons[gate],
    onUndo: () => {
      desk.undo();
      host.say(t.footer.undone);
      void host.goTo('recover');
    },
    onRecover: () => {
      desk.recover();
      host.say(t.footer.recovered);
      void host.goTo('undo');
    },
    onReview: moment.onReview,
    onShowProblem: moment.onReview,
  };
}

function managedModel(
  host: ProviderHost,
  { provider }: Moment,
  facts: Facts,
  changes: readonly ChangeText[],
  editable: boolean,
): NonNullable<ScreenModel['managed']> {
  const { desk, workspace } = host;
  const launched = facts.installation.launchedAt !== null;
  return {
    role: facts.session.role,
    launched,
    checklist: checklistModel(host, provider, facts, editable),
    conflict: conflictModel(host, facts),
    review: reviewModel(host, provider, facts, changes, launched),
    launch: launchModel(host, provider, facts),
    isFirst: facts.published === null && !desk.dirty,
    stale: workspace.facts.stale,
    busy: workspace.facts.busy,
    onRetry: () => void workspace.facts.refresh(),
  };
}

function checklistModel(
  { workspace }: ProviderHost,
  provider: Provider,
  { installation }: Facts,
  editable: boolean,
): ChecklistModel {
  return {
    installation,
    editable,
    submitting: workspace.submitting.pending,
    error: workspace.submitting.error,
    onSubmit: () => void provider.submit(),
    onLaunch: () => provider.ask(),
  };
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
  { published }: Facts,
  changes: readonly ChangeText[],
  launched: boolean,
): ReviewModel {
  const { policy, warnings } = desk.assessment;
  return {
    open: provider.reviewing,
    version: (published?.version ?? 0) + 1,
    launched,
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
