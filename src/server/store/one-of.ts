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
