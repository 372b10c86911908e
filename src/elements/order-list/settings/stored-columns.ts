/** What the viewer has chosen about the columns of a list. */
export interface ColumnChoice {
  /** Ids of columns that are not shown; those that come later are. */
  readonly hidden: readonly string[];
  /** The file of an export has all columns, shown or not, and all else that is known of an order. */
  readonly everything: boolean;
}

/** Where the viewer has not chosen anything. */
export const NO_CHOICE: ColumnChoice = { hidden: [], everything: false };

/** Where the choice is kept in this browser: for the pages of one origin, for each tag, and for each list that has an `id`. */
export function columnsKey({ localName, id }: Element): string {
  return `seatkit:columns:${localName}${id && `#${id}`}`;
}

/** What was chosen for a list. */
export function readColumns(list: Element): ColumnChoice {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(columnsKey(list)) ?? '{}');
    const { hidden, everything } = stored as Partial<Record<keyof ColumnChoice, unknown>>;
    return {
      hidden: Array.isArray(hidden) ? hidden.filter((id) => typeof id === 'string') : [],
      everything: everything === true,
    };
  } catch {
    // Blocked, or not ours.
    return NO_CHOICE;
  }
}
