import { html, nothing, type TemplateResult } from 'lit';
import type { BackendError, Installation } from '../../../contract/index.js';
import type { PricingEditorStrings } from '../../../locales/pricing-editor/strings.js';
import type { Format } from '../../../ui/format.js';
import { errorBanner } from '../../../ui/templates/banner.js';
import { icon } from '../../../ui/templates/icon.js';
import { errorText } from '../../../ui/texts.js';
import { gatesOf, type Gate, type GateState } from '../checklist.js';

export interface ChecklistModel {
  installation: Installation;
  /** Whether the steps may be taken by whoever looks. */
  editable: boolean;
  submitting: boolean;
  error: BackendError | undefined;
  onSubmit: () => void;
  onLaunch: () => void;
}

/** The way to the first sale, step by step, as the backend sees it. */
export function checklistView(
  t: PricingEditorStrings,
  format: Format,
  model: ChecklistModel,
): TemplateResult {
  return html`<nav class="checklist" aria-label=${t.checklist.label}>
    <ol>
      ${gatesOf(model.installation).map((gate) => step(t, format, gate, model))}
    </ol>
    ${model.error ? errorBanner(errorText(t.errors, model.error)) : nothing}
  </nav>`;
}

function step(
  t: PricingEditorStrings,
  format: Format,
  { name, state }: Gate,
  model: ChecklistModel,
): TemplateResult {
  return html`<li class=${state}>
    ${mark(state)}
    <span class="step">
      <span>${t.checklist[name]}</span>
      <span class="step-state">${detail(t, format, { name, state }, model.installation)}</span>
    </span>
    ${state === 'open' && model.editable ? action(t, name, model) : nothing}
  </li>`;
}

function mark(state: GateState): TemplateResult {
  return state === 'done' ? icon('success') : html`<span class="dot"></span>`;
}

function detail(
  t: PricingEditorStrings,
  format: Format,
  { name, state }: Gate,
  { policyVersion, submittedAt, launchedAt }: Installation,
): string {
  if (name === 'policy' && policyVersion !== null) return t.checklist.version(policyVersion);
  if (name === 'submission' && submittedAt !== null) return format.date(submittedAt);
  if (name === 'launch' && launchedAt !== null) return format.date(launchedAt);
  return t.checklist[state];
}

function action(
  t: PricingEditorStrings,
  name: Gate['name'],
  { submitting, onSubmit, onLaunch }: ChecklistModel,
): TemplateResult | typeof nothing {
  if (name === 'submission') {
    return html`<button class="button" type="button" aria-busy=${submitting} @click=${onSubmit}>
      ${t.checklist.submit}
    </button>`;
  }
  if (name !== 'launch') return nothing;
  return html`<button class="button" type="button" id="launch" @click=${onLaunch}>
    ${t.checklist.launchNow}
  </button>`;
}
