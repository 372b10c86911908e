import type { Kysely } from 'kysely';
import type { Change } from '../../contract/index.js';
import type { Engine } from './engine.js';
import type { Schema } from './schema.js';

/** What the parts of a transaction work with. */
export interface Scope {
  kind: Engine['kind'];
  db: Kysely<Schema>;
  mode: 'read' | 'write';
  /** Has others told of a change, once it is committed. */
  changed(change: Change): void;
}
