import { html, nothing, type TemplateResult } from 'lit';
import type { Policy, PolicyWarning, PricePiece } from '../../../domain/index.js';
import { capFor } from '../../../domain/pricing/cap.js';
import type { WordedStrings } from '../../../locales/pricing-words/strings.js';
import type { PricingPreviewStrings } from '../../../locales/pricing-preview/strings.js';
import type { Format } from '../../../ui/format.js';
import { axisFormat } from '../plot/axis.js';
import { layOutPlot } from '../plot/plot.js';
import { seatRange } from '../plot/range.js';
import { isComparable, usualCases } from '../preview/cases.js';
import type { Looks } from '../preview/desk.js';
import { comparedLengths } from '../preview/lengths.js';
import { marksFor, placeOfWarning } from '../preview/warning-places.js';
import type { Sample } from '../sample.js';
import { contextOf, type ChangeText } from '../change-words.js';
import { casesView } from './cases.js';
import { changesTable } from './changes.js';
import { warningsView } from './findings.js';
import { PLOT_HEIGHT, plotView } from './plot.js';
import { plotControls } from './plot-controls.js';
import { plotTable } from './plot-table.js';
import { sampleView, type SampleHandlers } from './sample.js';
import { unfold } from './unfold.js';

export interface PreviewModel extends SampleHandlers {
  p: PricingPreviewStrings;
  /** null while the draft says none. */
  policy: Policy | null;
  warnings: readonly PolicyWarning[];
  published: { version: number; policy: Policy } | null;
  changes: readonly ChangeText[];
  sample: Sample;
  looks: Looks;
  /** Pixels. */
  width: number;
  curveOf: (policy: Policy, cycles: number) => readonly PricePiece[];
  onLook: (change: Partial<Looks>) => void;
  /** The picture got the focus, or lost it. */
  onPicture: (focused: boolean) => void;
  onShow: (warning: PolicyWarning) => void;
}

/** What the draft means: its curve, an order of one's choice, what looks wrong, what would change. */
export function previewView(t: WordedStrings, format: Format, model: PreviewModel): TemplateResult {
  const { p, policy, sample, published, changes } = model;
  const context = policy && contextOf(policy, format);
  return html`<div class="preview">
    <section aria-labelledby="preview-heading">
      <h3 id="preview-heading">${p.preview.legend}</h3>
      ${policy ? curveView(t, format, policy, model) : emptyPlot(p)}
    </section>
    ${context ? warningsView(t, p, model.warnings, context, model.onShow) : nothing}
    ${sampleView(t, p, sample, context, model)}
    ${policy ? comparison(t, format, policy, model) : nothing}
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

function emptyPlot(p: PricingPreviewStrings): TemplateResult {
  return html`<div class="plot blank"><p class="muted">${p.preview.nothing}</p></div>`;
}

function curveView(
  t: WordedStrings,
  format: Format,
  policy: Policy,
  model: PreviewModel,
): TemplateResult {
  const { p, sample, published, changes, warnings, looks, width, curveOf } = model;
  const { cycles } = sample;
  const context = contextOf(policy, format);
  const curve = curveOf(policy, cycles);
  const before =
    published && changes.length > 0 && isComparable(policy, published.policy) ? published : null;
  const publishedCurve = before ? curveOf(before.policy, cycles) : [];
  const all = comparedLengths(policy);
  const others = looks.lengths ? all.filter((length) => length !== cycles) : [];
  const lengths = others.map((length) => curveOf(policy, length));
  const places = warnings.map((warning) => placeOfWarning(warning, policy, curveOf(policy, 1)));
  const marks = marksFor(places, cycles);
  const metric = looks.perSeat ? 'seat' : 'order';
  const plot = layOutPlot({
    curve,
    published: publishedCurve,
    lengths,
    cap: capFor(policy, cycles),
    seats: sample.seats,
    marks,
    range: seatRange(looks.range, [curve, publishedCurve, ...lengths], sample.seats),
    metric,
    width,
    height: PLOT_HEIGHT,
  });
  const shown = {
    plot,
    curve,
    published: publishedCurve,
    publishedVersion: before?.version ?? null,
    metric,
    cycles,
    lengths: others.map((length) => t.quotes.cycles(length, policy.cycle, format)),
    seats: sample.seats,
    warned: marks.find(({ seats }) => seats === sample.seats)?.label ?? '',
    short: axisFormat(format.locale, policy.currency),
  } as const;
  return html`${plotControls(p, looks, all.length > 1, model.onLook)}
  ${plotView(t, p, shown, context, {
    onSeats: (seats) => model.onSample({ seats: String(seats) }),
    onFocus: model.onPicture,
  })}
  ${unfold({
    summary: p.preview.table,
    open: looks.table,
    className: 'as-table',
    content: () => plotTable(p, shown, context),
    onToggle: (table) => model.onLook({ table }),
  })}`;
}

/** Common orders, old against new; nothing to compare with leaves the draft's prices. */
function comparison(
  t: WordedStrings,
  format: Format,
  policy: Policy,
  { p, published, looks, onLook }: PreviewModel,
): TemplateResult {
  const incomparable = published !== null && !isComparable(policy, published.policy);
  const before = incomparable ? null : published;
  return unfold({
    summary: p.cases.legend,
    open: looks.cases,
    className: 'common-orders',
    content: () =>
      casesView(
        t,
        p,
        {
          cases: usualCases(policy, before?.policy ?? null, comparedLengths(policy)),
          version: before?.version ?? null,
          incomparable,
        },
        contextOf(policy, format),
      ),
    onToggle: (cases) => onLook({ cases }),
  });
}
