import { html, nothing, type TemplateResult } from 'lit';
import type { Policy, PolicyWarning } from '../../../domain/index.js';
import { priceCurve } from '../../../domain/pricing/curve.js';
import type { PricingEditorStrings } from '../../../locales/pricing-editor/strings.js';
import type { Format } from '../../../ui/format.js';
import { axisFormat } from '../plot/axis.js';
import { layOutPlot } from '../plot/plot.js';
import type { Sample } from '../sample.js';
import { contextOf, type ChangeText } from '../words.js';
import { changesTable } from './changes.js';
import { warningsView } from './findings.js';
import { PLOT_HEIGHT, plotView } from './plot.js';
import { sampleView } from './sample.js';

export interface PreviewModel {
  /** null while the draft says none. */
  policy: Policy | null;
  warnings: readonly PolicyWarning[];
  published: { version: number; policy: Policy } | null;
  changes: readonly ChangeText[];
  sample: Sample;
  /** Pixels. */
  width: number;
  onSeats: (text: string) => void;
  onCycles: (text: string) => void;
  onShow: (path: string) => void;
}

/** What the draft means: its curve, an order of one's choice, what looks wrong, what would change. */
export function previewView(
  t: PricingEditorStrings,
  format: Format,
  model: PreviewModel,
): TemplateResult {
  const { policy, sample, published, changes } = model;
  const context = policy && contextOf(policy, format);
  return html`<div class="preview">
    <section aria-labelledby="preview-heading">
      <h3 id="preview-heading">${t.preview.legend}</h3>
      ${policy ? curveView(t, format, policy, model) : emptyPlot(t)}
    </section>
    ${sampleView(t, sample, context, model)}
    ${context ? warningsView(t, model.warnings, context, model.onShow) : nothing}
    ${
      published && policy
        ? html`<details class="differences">
            <summary>${t.changes.legend(published.version, changes.length, format)}</summary>
            ${
              changes.length > 0
                ? changesTable(t, changes)
                : html`<p class="muted">${t.changes.same(published.version)}</p>`
            }
          </details>`
        : nothing
    }
  </div>`;
}

function emptyPlot(t: PricingEditorStrings): TemplateResult {
  return html`<div class="plot blank"><p class="muted">${t.preview.nothing}</p></div>`;
}

function curveView(
  t: PricingEditorStrings,
  format: Format,
  policy: Policy,
  { sample, published, changes, warnings, width, onSeats }: PreviewModel,
): TemplateResult {
  const { cycles } = sample;
  const curve = priceCurve(policy, { cycles });
  // Prices in another currency do not belong on the same axis.
  const before =
    published && changes.length > 0 && published.policy.currency === policy.currency
      ? published
      : null;
  const publishedCurve = before ? priceCurve(before.policy, { cycles }) : [];
  const plot = layOutPlot({
    curve,
    published: publishedCurve,
    cap: capFor(policy, cycles),
    seats: sample.quote ? sample.seats : null,
    marks: warnings.flatMap((warning) => ('seats' in warning ? [warning.seats] : [])),
    width,
    height: PLOT_HEIGHT,
  });
  return plotView(
    t,
    {
      plot,
      curve,
      published: publishedCurve,
      publishedVersion: before?.version ?? null,
      short: axisFormat(format.locale, policy.currency),
    },
    contextOf(policy, format),
    (seats) => onSeats(String(seats)),
  );
}

function capFor({ priceCap }: Policy, cycles: number): number | null {
  if (!priceCap) return null;
  return priceCap.per === 'cycle' ? priceCap.amount * cycles : priceCap.amount;
}
