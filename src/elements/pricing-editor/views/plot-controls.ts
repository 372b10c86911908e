import { html, nothing, type TemplateResult } from 'lit';
import type { PricingPreviewStrings } from '../../../locales/pricing-preview/strings.js';
import { choice } from '../../../ui/templates/choice.js';
import { segmented } from '../../../ui/templates/segmented.js';
import type { RangeChoice } from '../plot/range.js';
import type { Looks } from '../preview/desk.js';

const RANGES: readonly RangeChoice[] = ['places', 'limits', 'near', 'all'];

/**
 * How the picture is looked at.
 *
 * @param several whether there is more than one length to compare
 */
export function plotControls(
  p: PricingPreviewStrings,
  { range, perSeat, lengths }: Looks,
  several: boolean,
  onLook: (change: Partial<Looks>) => void,
): TemplateResult {
  const { plot } = p;
  return html`<div class="plot-controls">
    ${segmented<RangeChoice>({
      id: 'plot-range',
      legend: plot.range.legend,
      hideLegend: true,
      options: RANGES.map((value) => ({ value, label: plot.range[value] })),
      value: range,
      onChange: (value) => onLook({ range: value }),
    })}
    ${choice({
      id: 'plot-per-seat',
      label: plot.perSeat,
      checked: perSeat,
      onChange: (checked) => onLook({ perSeat: checked }),
    })}
    ${
      several
        ? choice({
            id: 'plot-lengths',
            label: plot.lengths,
            checked: lengths,
            onChange: (checked) => onLook({ lengths: checked }),
          })
        : nothing
    }
  </div>`;
}
