import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { columnSheet } from './column-sheet.js';
import { shownColumns, type Column } from './column.js';
import { allColumns, type OrderColumn } from './host-columns.js';
import type { ColumnChoice } from '../settings/stored-columns.js';

type ColumnsHost = ReactiveControllerHost & {
  readonly columns: readonly OrderColumn[];
  readonly columnChoice: ColumnChoice;
  /** Empty where orders of several installations are listed. */
  readonly installationId: string;
  reportError(error: unknown): void;
};

/** The columns of a list: the element's own and the host's, and which of them are shown. */
export class ListColumns implements ReactiveController {
  /** Shown or not. */
  all: readonly Column[] = [];
  shown: readonly Column[] = [];
  /** Where each stands. */
  sheets: readonly CSSStyleSheet[] = [];

  readonly #host: ColumnsHost;
  readonly #onSheet: () => void;
  #given: unknown;
  #known: readonly unknown[] = [];

  /** @param onSheet called when there is another {@link sheets | sheet} */
  constructor(host: ColumnsHost, onSheet: () => void) {
    this.#host = host;
    this.#onSheet = onSheet;
    host.addController(this);
  }

  hostUpdate(): void {
    const {
      columns,
      columnChoice: { hidden },
      installationId,
    } = this.#host;
    if (columns !== this.#given || this.all.length === 0) {
      this.#given = columns;
      this.all = allColumns(columns, (error) => this.#host.reportError(error));
    }
    const known = [this.all, hidden, installationId];
    if (known.every((each, at) => each === this.#known[at])) return;
    this.#known = known;
    this.shown = shownColumns(this.all, hidden);
    this.sheets = [columnSheet(this.shown, installationId === '')];
    this.#onSheet();
  }
}
