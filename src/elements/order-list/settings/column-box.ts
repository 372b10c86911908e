import { html, nothing, type TemplateResult } from 'lit';
import type { OrderToolsStrings } from '../../../locales/order-tools/strings.js';
import { choice } from '../../../ui/templates/choice.js';
import { segmented } from '../../../ui/templates/segmented.js';
import type { ViewContext } from '../views/context.js';
import type { ColumnChooser } from './column-chooser.js';
import { NO_CHOICE } from './stored-columns.js';

interface ColumnBox extends ViewContext {
  tools: OrderToolsStrings;
  chooser: ColumnChooser;
}

/** Which columns are shown, and which an export has. */
export function columnBox({ t, tools, chooser }: ColumnBox): TemplateResult {
  const { columns: texts } = tools;
  const { hidden, everything } = chooser.choice;
  const changed = hidden.length > 0 || everything !== NO_CHOICE.everything;
  return html`<fieldset class="field">
      <legend class="field-label">${texts.legend}</legend>
      ${chooser.columns.map((column) =>
        choice({
          id: `column-${column.area}`,
          label: column.label(t),
          checked: column.fixed === true || !hidden.includes(column.id),
          help: column.fixed && texts.always,
          disabled: column.fixed === true,
          onChange: (shown) => chooser.show(column, shown, { t, tools }),
        }),
      )}
    </fieldset>
    ${segmented({
      id: 'file-columns',
      legend: texts.file,
      options: [
        { value: 'shown', label: texts.fileShown },
        { value: 'all', label: texts.fileAll },
      ],
      value: everything ? 'all' : 'shown',
      help: texts.fileHelp,
      onChange: (value) => chooser.exportEverything(value === 'all'),
    })}
    ${
      changed
        ? html`<button
            class="button quiet"
            type="button"
            id="reset-columns"
            @click=${() => chooser.reset({ t, tools })}
          >
            ${texts.reset}
          </button>`
        : nothing
    }`;
}
