import type { Order } from '../../../contract/index.js';
import { ACTIONS, FACTS } from './built-in.js';
import type { Column } from './column.js';

/** A column of the host's own. */
export interface OrderColumn {
  /** Different from all others. */
  id: string;
  /** What its head says. */
  label: string;
  /** What an order has in it. Plain text: markup is shown as it is. One that throws leaves the cell empty. */
  text: (order: Order) => string;
  /** `end` for figures. */
  align?: 'start' | 'end';
}

/**
 * All columns of a list, the host's before the actions. Of what the host gave, everything that is no column, and an id that is there
 * already, is left out.
 *
 * @param given what the host set, whatever that is
 * @param report told of each that was left out, and of the first failure of each
 */
export function allColumns(given: unknown, report: (error: Error) => void): readonly Column[] {
  const columns = [...FACTS];
  const taken = new Set([...FACTS, ACTIONS].map(({ id }) => id));
  const hosts: readonly unknown[] = Array.isArray(given) ? given : [];
  for (const [index, host] of hosts.entries()) {
    if (!isOrderColumn(host)) {
      report(new TypeError(`columns[${index}] has no id, label and text`));
    } else if (taken.has(host.id)) {
      report(new TypeError(`columns[${index}]: there is a column "${host.id}" already`));
    } else {
      taken.add(host.id);
      columns.push(hostColumn(host, columns.length - FACTS.length, report));
    }
  }
  return [...columns, ACTIONS];
}

function hostColumn(
  { id, label, text, align }: OrderColumn,
  index: number,
  report: (error: Error) => void,
): Column {
  let reported = false;
  const safe = (order: Order): string => {
    try {
      const value: unknown = text(order);
      if (typeof value === 'string') return value;
      throw new TypeError('no text');
    } catch (error) {
      if (!reported) report(new Error(`The text of column "${id}" failed: ${String(error)}`));
      reported = true;
      return '';
    }
  };
  return {
    id,
    area: `x${index}`,
    label: () => label,
    align: align === 'end' ? 'end' : 'start',
    width: [100, 0.8],
    text: safe,
    title: safe,
  };
}

function isOrderColumn(value: unknown): value is OrderColumn {
  if (typeof value !== 'object' || value === null) return false;
  const { id, label, text } = value as Partial<Record<keyof OrderColumn, unknown>>;
  const named = typeof id === 'string' && id !== '' && typeof label === 'string';
  return named && typeof text === 'function';
}
