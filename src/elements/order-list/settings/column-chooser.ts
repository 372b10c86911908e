import type { OrderToolsStrings } from '../../../locales/order-tools/strings.js';
import type { OrderListStrings } from '../../../locales/order-list/strings.js';
import type { SeatkitElement } from '../../../ui/seatkit-element.js';
import type { Column } from '../columns/column.js';
import type { ListColumns } from '../columns/list-columns.js';
import { columnsKey, NO_CHOICE, type ColumnChoice } from './stored-columns.js';

export type ChooserHost = Element & {
  /** What is in force. */
  columnChoice: ColumnChoice;
  readonly listColumns: ListColumns;
  readonly emit: SeatkitElement['emit'];
  /** Announces it. */
  say(text: string): void;
};

interface ChooserTexts {
  t: OrderListStrings;
  tools: OrderToolsStrings;
}

/** Which columns the viewer wants: in force at once, kept in this browser, or for this page alone where it keeps nothing. */
export class ColumnChooser {
  readonly #host: ChooserHost;

  constructor(host: ChooserHost) {
    this.#host = host;
  }

  get choice(): ColumnChoice {
    return this.#host.columnChoice;
  }

  /** The columns to choose from; what can be done is always there. */
  get columns(): readonly Column[] {
    return this.#host.listColumns.all.filter(({ area }) => area !== 'actions');
  }

  show({ id, label }: Column, shown: boolean, { t, tools }: ChooserTexts): void {
    const others = this.choice.hidden.filter((hidden) => hidden !== id);
    this.#choose({ ...this.choice, hidden: shown ? others : [...others, id] });
    this.#host.say(shown ? tools.columns.shown(label(t)) : tools.columns.hidden(label(t)));
  }

  exportEverything(everything: boolean): void {
    this.#choose({ ...this.choice, everything });
  }

  reset({ tools }: ChooserTexts): void {
    this.#choose(NO_CHOICE);
    this.#host.say(tools.columns.wasReset);
  }

  #choose(choice: ColumnChoice): void {
    const host = this.#host;
    host.columnChoice = choice;
    try {
      const key = columnsKey(host);
      if (choice === NO_CHOICE) localStorage.removeItem(key);
      else localStorage.setItem(key, JSON.stringify(choice));
    } catch {
      // Blocked or full: it lasts as long as the page.
    }
    const { hidden, everything } = choice;
    const shown = this.columns.filter(({ id, fixed }) => fixed === true || !hidden.includes(id));
    host.emit('columns-changed', { columns: shown.map(({ id }) => id), everything });
  }
}
