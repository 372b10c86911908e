import { sql, type RawBuilder } from 'kysely';
import type { Engine } from './engine.js';

/** Whether a column has one of many values: as one parameter, however many there are. */
export function oneOf(
  kind: Engine['kind'],
  column: string,
  values: readonly string[],
): RawBuilder<boolean> {
  return kind === 'postgres'
    ? sql<boolean>`${sql.ref(column)} = any(${[...values]}::text[])`
    : sql<boolean>`${sql.ref(column)} in (select value from json_each(${JSON.stringify(values)}))`;
}

/** A list of texts as a table `listed` with one column, `value`. */
export function listed(kind: Engine['kind'], values: readonly string[]): RawBuilder<unknown> {
  return kind === 'postgres'
    ? sql`unnest(${[...values]}::text[]) as listed(value)`
    : sql`json_each(${JSON.stringify(values)}) as listed`;
}
