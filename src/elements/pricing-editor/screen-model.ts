import { publishingGate } from './checklist.js';
import type { Provider, ProviderHost } from './controllers/provider.js';
import type { Facts } from './controllers/workspace.js';
import { issueTexts, shownIssues, type Seen } from './issues.js';
import type { ChecklistModel } from './views/checklist.js';
import type { FooterModel } from './views/footer.js';
import type { ScreenModel } from './views/screen.js';
import type { FormAids, FormView } from './views/view.js';

/** What the element knows beside its draft and its backend. */
export interface Moment {
  /** undefined without a backend. */
  facts: Facts | undefined;
  provider: Provider;
  seen: Seen;
  /** By the host, or a fieldset around it. */
  disabled: boolean;
  /** null until they are there. */
  aids: FormAids | null;
  announcement: string;
  onLeave: (id: string) => void;
  onReview: () => void;
}

/** Puts together what is drawn. */
export function screenModel(host: ProviderHost, moment: Moment): ScreenModel {
  const { desk, t, format } = host;
  const { facts, seen } = moment;
  const { draft, faults, foreign } = desk;
  const editable = !moment.disabled && (!facts || facts.session.role === 'provider');
  const shown = shownIssues(faults, draft, seen);
  const issues = issueTexts(t, shown, draft, format);
  return {
    form: formView(host, moment.aids, editable, issues),
    footer: footerModel(host, moment, shown.length + foreign.length),
    // What names them comes with the aids.
    unplaced:
      issues.get('policy') ??
      (foreign.length > 0 && !moment.aids ? [t.issues.count(foreign.length, format)] : []),
    managed: facts ? managedModel(host, moment, facts, editable) : null,
    announcement: moment.announcement,
    onLeave: moment.onLeave,
    onSubmit: facts ? moment.onReview : () => undefined,
  };
}

function formView(
  host: ProviderHost,
  aids: FormAids | null,
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
    foreign: desk.foreign,
    acceptForeign: () => desk.acceptForeign(),
    aids,
    now: () => desk.draft,
    edit: (draft) => desk.edit(draft),
    moveOn: (focus, announcement) => {
      host.say(announcement);
      void host.goTo(focus);
    },
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
    kept: facts !== undefined && !desk.rival,
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
  editable: boolean,
): NonNullable<ScreenModel['managed']> {
  const { desk, workspace } = host;
  const launched = facts.installation.launchedAt !== null;
  return {
    role: facts.session.role,
    launched,
    checklist: checklistModel(host, provider, facts, editable),
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
