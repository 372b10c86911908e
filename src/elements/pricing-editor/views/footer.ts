import { html, nothing, type TemplateResult } from 'lit';
import type { ErrorText } from '../../../locales/common/base/strings.js';
import type { PricingEditorStrings } from '../../../locales/pricing-editor/strings.js';
import type { Format } from '../../../ui/format.js';
import { errorBanner } from '../../../ui/templates/banner.js';
import { icon } from '../../../ui/templates/icon.js';

export interface FooterModel {
  /** Faults that are shown beside their fields. */
  problems: number;
  dirty: boolean;
  found: boolean;
  unkept: boolean;
  /** Whether drafts are kept at all: without a backend the host keeps the value. */
  kept: boolean;
  canRecover: boolean;
  /** The version the draft began from. */
  baseVersion: number | null;
  /** null where there is nothing to publish to. */
  nextVersion: number | null;
  /** Why it cannot be published yet. */
  refusal: ErrorText | null;
  onUndo: () => void;
  onRecover: () => void;
  onReview: () => void;
  onShowProblem: () => void;
}

/** How the draft stands, and the way to publish it. */
export function footerView(
  t: PricingEditorStrings,
  format: Format,
  model: FooterModel,
): TemplateResult {
  const { problems, dirty, canRecover, nextVersion, refusal } = model;
  return html`<footer>
    ${refusal ? errorBanner(refusal) : nothing}
    <div class="bar">
      <span class="status">
        ${
          problems > 0
            ? html`<button class="link problem" type="button" @click=${model.onShowProblem}>
                ${icon('danger')} ${t.footer.invalid(problems, format)}
              </button>`
            : nothing
        }
        <span class="muted">${statusText(t, model)}</span>
      </span>
      ${
        canRecover
          ? html`<button class="button quiet" type="button" id="recover" @click=${model.onRecover}>
              ${t.footer.recover}
            </button>`
          : html`<button
              class="button quiet"
              type="button"
              id="undo"
              ?disabled=${!dirty}
              @click=${model.onUndo}
            >
              ${t.footer.undo}
            </button>`
      }
      ${
        nextVersion === null
          ? nothing
          : html`<button class="button primary" type="button" id="publish" @click=${model.onReview}>
              ${t.footer.publish(nextVersion)}
            </button>`
      }
    </div>
  </footer>`;
}

function statusText(
  t: PricingEditorStrings,
  { dirty, found, unkept, kept, baseVersion }: FooterModel,
): string {
  if (!dirty) return baseVersion === null ? t.footer.unchanged : t.footer.clean(baseVersion);
  if (!kept) return '';
  if (unkept) return t.footer.unsaved;
  return found ? t.footer.found : t.footer.saved;
}
