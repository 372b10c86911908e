import { html, nothing, type TemplateResult } from 'lit';
import type { BackendError, Role } from '../../../contract/index.js';
import type { PricingEditorStrings } from '../../../locales/pricing-editor/strings.js';
import { banner, staleBanner } from '../../../ui/templates/banner.js';
import { stateView } from '../../../ui/templates/state-view.js';
import { errorText } from '../../../ui/texts.js';
import { checklistView, type ChecklistModel } from './checklist.js';
import { footerView, type FooterModel } from './footer.js';
import { formView } from './form.js';
import type { FormView } from './view.js';

export interface ScreenModel {
  form: FormView;
  footer: FooterModel;
  /** Faults that no field answers for. */
  unplaced: readonly string[];
  /** What there is only with a backend. */
  managed: {
    role: Role;
    launched: boolean;
    checklist: ChecklistModel;
    /** Nothing is published yet. */
    isFirst: boolean;
    stale: boolean;
    busy: boolean;
    onRetry: () => void;
  } | null;
  announcement: string;
  /** A field was left. */
  onLeave: (id: string) => void;
  onSubmit: () => void;
}

/** What stands beside the form, once it is there. */
export interface AsideSlots {
  preview: unknown;
}

/** What is done with the policy as a whole, once it is there. */
export interface TrustSlots {
  tools: unknown;
  notes: unknown;
  dialogs: unknown;
}

/** The editor itself: checklist, form and preview, and a bar at the foot. */
export function screenView(
  model: ScreenModel,
  aside: AsideSlots,
  trust: TrustSlots,
): TemplateResult {
  const { form, managed } = model;
  const { t, format, editable } = form;
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    model.onSubmit();
  };
  // Native events of the fields inside mean nothing to a host, and `input` would cross the shadow root.
  const keepInside = (event: Event) => event.stopPropagation();
  return html`<div class="editor" @input=${keepInside}>
      ${managed ? checklistView(t, format, managed.checklist) : nothing} ${trust.tools}
      <h2 class="visually-hidden" id="policy" tabindex="-1">${t.title}</h2>
      <div class="notes">${notesView(t, model)} ${trust.notes}</div>
      <div class="columns">
        <form
          novalidate
          @submit=${onSubmit}
          @focusout=${(event: FocusEvent) => model.onLeave((event.target as Element).id)}
        >
          ${formView(form, managed?.launched ?? false)}
          <button class="visually-hidden" type="submit" tabindex="-1" aria-hidden="true"></button>
        </form>
        ${aside.preview}
      </div>
      ${editable ? footerView(t, format, model.footer) : nothing}
    </div>
    ${trust.dialogs}
    <p class="visually-hidden" role="status">${model.announcement}</p>`;
}

function notesView(t: PricingEditorStrings, { unplaced, managed }: ScreenModel): unknown {
  return html`${
    managed?.stale
      ? staleBanner(t.common.stale, {
          label: t.common.retry,
          busy: managed.busy,
          onRetry: managed.onRetry,
        })
      : nothing
  }
  ${
    managed && managed.role !== 'provider'
      ? banner(
          'info',
          html`<p class="banner-title">${t.readOnly.title}</p>
            <p>${t.readOnly.text} ${t.readOnly.next}</p>`,
        )
      : nothing
  }
  ${
    managed?.isFirst
      ? banner(
          'info',
          html`<p class="banner-title">${t.empty.provider.title}</p>
            <p>${t.empty.provider.text} ${t.empty.provider.next}</p>`,
        )
      : nothing
  }
  ${
    unplaced.length > 0
      ? banner(
          'danger',
          unplaced.map((text) => html`<p>${text}</p>`),
          { role: 'alert' },
        )
      : nothing
  }`;
}

export interface AbsentModel {
  hasBackend: boolean;
  /** There is no policy to look at. */
  empty: boolean;
  error: BackendError | undefined;
  busy: boolean;
  onRetry: () => void;
}

/** What stands in its place while there is nothing to edit. */
export function absentView(
  t: PricingEditorStrings,
  { hasBackend, empty, error, busy, onRetry }: AbsentModel,
): TemplateResult {
  if (empty) return stateView({ kind: 'empty', text: t.empty.others });
  if (error) {
    return stateView({
      kind: 'failed',
      text: errorText(t.errors, error),
      retry: { label: t.common.retry, busy, onRetry },
    });
  }
  return stateView({
    kind: 'no-backend',
    text: hasBackend ? t.common.noInstallation : t.common.noBackend,
  });
}
