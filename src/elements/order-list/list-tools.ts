import { html, type TemplateResult } from 'lit';
import type { OrderToolsStrings } from '../../locales/order-tools/strings.js';
import { orderToolsLanguages } from '../../locales/order-tools/catalog.js';
import { matchLocale } from '../../locales/registry.js';
import { languageOf } from '../../ui/language.js';
import { Localized } from '../../ui/localize.js';
import { orderFile } from './export/order-file.js';
import {
  ReadingFlow,
  type ReadingHost,
  type ReadingName,
  type ReadingRequest,
} from './export/reading-flow.js';
import { orderPrint } from './print/order-print.js';
import { columnBox } from './settings/column-box.js';
import { ColumnChooser, type ChooserHost } from './settings/column-chooser.js';
import type { ViewContext } from './views/context.js';
import { readingView } from './views/reading-view.js';

type ToolsHost = ReadingHost & ChooserHost & { readonly installationId: string };

/** What is done with a list as a whole: its columns chosen, all its orders exported or printed. Loads apart. */
export class ListTools {
  readonly #host: ToolsHost;
  readonly #text: Localized<OrderToolsStrings>;
  readonly #chooser: ColumnChooser;
  readonly #export: ReadingFlow<string>;
  readonly #print: ReadingFlow<HTMLTableRowElement>;

  /** Fetches the words for who reads `host`; without them it speaks Chinese. */
  static async prepare(host: Element): Promise<void> {
    await matchLocale(orderToolsLanguages, languageOf(host)).load?.();
  }

  constructor(host: ToolsHost) {
    this.#host = host;
    this.#text = new Localized(host, orderToolsLanguages);
    this.#chooser = new ColumnChooser(host);
    const shown = () => ({
      columns: host.listColumns.shown.filter(({ area }) => area !== 'actions'),
      several: host.installationId === '',
    });
    const inFile = () => {
      const { everything } = host.columnChoice;
      const { columns } = everything ? this.#chooser : shown();
      return { ...shown(), columns, everything };
    };
    this.#export = new ReadingFlow(host, orderFile(inFile));
    this.#print = new ReadingFlow(host, orderPrint(shown));
  }

  isPending(name: ReadingName): boolean {
    return this.#flow(name).pending;
  }

  async start(name: ReadingName, request: Omit<ReadingRequest, 'tools'>): Promise<void> {
    // They may have been asked for only just now.
    if (!this.#text.ready) await ListTools.prepare(this.#host).catch(() => undefined);
    await this.#flow(name).start({ ...request, tools: this.#text.t });
  }

  /** What stands in the box of the columns. */
  columnBox(view: ViewContext): TemplateResult {
    return columnBox({ ...view, tools: this.#text.t, chooser: this.#chooser });
  }

  /** How far an export or a print has come, or why it failed. */
  notices({ t, format }: ViewContext, onRetry: (name: ReadingName) => void): TemplateResult {
    const context = { t, format, tools: this.#text.t };
    return html`${[this.#export, this.#print].map((flow) =>
      readingView({
        ...context,
        flow,
        onRetry: () => onRetry(flow.name),
        onCancel: () => flow.cancel(context),
      }),
    )}`;
  }

  #flow(name: ReadingName): ReadingFlow<string> | ReadingFlow<HTMLTableRowElement> {
    return name === 'export' ? this.#export : this.#print;
  }
}
