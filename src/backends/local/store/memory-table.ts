import { compareKeys, headOf, keyOf, keyText } from './keys.js';
import type { Key, TableSchema } from './schema.js';
import type { KeyRange, Table, TransactionMode } from './tables.js';

/** Committed rows by key, and by the head of each index key. */
export class MemoryTable<Row extends object> {
  readonly rows = new Map<string, Row>();
  readonly #heads = new Map<string, Map<number | string, Set<string>>>();
  #count = 0;

  constructor(readonly schema: TableSchema) {
    for (const index of Object.keys(schema.indexes ?? {})) this.#heads.set(index, new Map());
  }

  nextCount(): number {
    return ++this.#count;
  }

  /** Keys of the committed rows whose index key begins with `head`. */
  withHead(index: string, head: number | string): Iterable<string> {
    return this.#heads.get(index)?.get(head) ?? [];
  }

  set(key: string, row: Row | null): void {
    const before = this.rows.get(key);
    for (const [index, path] of Object.entries(this.schema.indexes ?? {})) {
      const heads = this.#heads.get(index);
      const old = before && keyOf(before, path);
      if (old !== undefined && old !== null) heads?.get(headOf(old))?.delete(key);
      const fresh = row && keyOf(row, path);
      if (fresh === null) continue;
      const head = headOf(fresh);
      const keys = heads?.get(head);
      if (keys) keys.add(key);
      else heads?.set(head, new Set([key]));
    }
    if (row) this.rows.set(key, row);
    else this.rows.delete(key);
  }
}

/** One transaction's view of a table: what it put lies over what is committed, until it commits. */
export class MemoryTableView<Row extends object> implements Table<Row> {
  /** What this transaction put, by key; null for what it deleted. */
  protected readonly changes = new Map<string, Row | null>();

  constructor(
    private readonly table: MemoryTable<Row>,
    private readonly mode: TransactionMode,
  ) {}

  get(key: Key): Promise<Row | undefined> {
    return Promise.resolve(structuredClone(this.#row(keyText(key))));
  }

  put(row: Row): Promise<void> {
    const { key: path, counted } = this.table.schema;
    const copy = structuredClone(row);
    if (counted && typeof path === 'string' && keyOf(copy, path) === null)
      Object.assign(copy, { [path]: this.table.nextCount() });
    const key = keyOf(copy, path);
    if (key === null) throw new TypeError('a row without a key');
    this.#change(keyText(key), copy);
    return Promise.resolve();
  }

  delete(key: Key): Promise<void> {
    this.#change(keyText(key), null);
    return Promise.resolve();
  }

  range(index: string, { from, to, limit, last }: KeyRange): Promise<Row[]> {
    const path = this.table.schema.indexes?.[index];
    if (path === undefined) throw new TypeError(`no index ${index}`);
    const found: { key: Key; row: Row }[] = [];
    for (const row of this.#candidates(index, from, to)) {
      const key = keyOf(row, path);
      if (key === null) continue;
      if (from !== undefined && compareKeys(key, from) < 0) continue;
      if (to !== undefined && compareKeys(key, to) > 0) continue;
      const before = found[0];
      if (!last || !before) found.push({ key, row });
      else if (compareKeys(key, before.key) > 0) found[0] = { key, row };
    }
    found.sort((a, b) => compareKeys(a.key, b.key));
    return Promise.resolve(found.slice(0, limit).map(({ row }) => structuredClone(row)));
  }

  all(): Promise<readonly Row[]> {
    return Promise.resolve([...this.#everything()]);
  }

  clear(): Promise<void> {
    for (const key of [...this.table.rows.keys(), ...this.changes.keys()]) this.#change(key, null);
    return Promise.resolve();
  }

  commit(): void {
    for (const [key, row] of this.changes) this.table.set(key, row);
  }

  #change(key: string, row: Row | null): void {
    if (this.mode === 'read') throw new TypeError('a read transaction cannot write');
    this.changes.set(key, row);
  }

  #row(key: string): Row | undefined {
    const changed = this.changes.get(key);
    return changed === undefined ? this.table.rows.get(key) : (changed ?? undefined);
  }

  *#candidates(index: string, from: Key | undefined, to: Key | undefined): Iterable<Row> {
    const head = from === undefined ? undefined : headOf(from);
    if (head === undefined || to === undefined || head !== headOf(to)) {
      yield* this.#everything();
      return;
    }
    for (const key of this.table.withHead(index, head)) {
      const row = this.changes.has(key) ? undefined : this.table.rows.get(key);
      if (row) yield row;
    }
    yield* this.#ownRows();
  }

  *#everything(): Iterable<Row> {
    for (const [key, row] of this.table.rows) if (!this.changes.has(key)) yield row;
    yield* this.#ownRows();
  }

  *#ownRows(): Iterable<Row> {
    for (const row of this.changes.values()) if (row) yield row;
  }
}
