import {
  chmodSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { backup, eraseCustomer, openStore } from '../../../src/server/store/index.js';
import { fill, PEOPLE } from '../store/sample.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'seatkit-files-'));
  chmodSync(folder, 0o755);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Files that others on the machine may read or write. */
const open = () => readdirSync(folder).filter((name) => statSync(join(folder, name)).mode & 0o077);

it('a new SQLite database and the files beside it are for their owner alone', async () => {
  const store = await openStore({ url: `file:${join(folder, 'books.db')}` });
  try {
    await store.ready();
    expect(readdirSync(folder)).toContain('books.db-wal');
    expect(open()).toEqual([]);
  } finally {
    await store.close();
  }
});

it('no file of a SQLite database holds anything of people who were forgotten, where nobody reads it any more', async () => {
  const file = join(folder, 'books.db');
  const kept = () =>
    Buffer.concat(readdirSync(folder).map((name) => readFileSync(join(folder, name))));
  const found = () => Object.values(PEOPLE).filter((word) => kept().includes(word));
  const filled = await openStore({ url: `file:${file}` });
  const { id, harness } = await fill(filled);
  await harness.close();
  await filled.close();
  expect(found()).toEqual(Object.values(PEOPLE));
  const store = await openStore({ url: `file:${file}` });
  await eraseCustomer(store, id);
  await store.close();
  expect(found()).toEqual([]);
});

it('a backup is, even over what an earlier try left', async () => {
  const url = `file:${join(folder, 'books.db')}`;
  await (await openStore({ url })).close();
  writeFileSync(join(folder, 'copy.jsonl.part'), 'left', { mode: 0o666 });
  await backup({ url }, join(folder, 'copy.jsonl'));
  expect(readdirSync(folder)).toContain('copy.jsonl');
  expect(open()).toEqual([]);
});
