import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { ROUTES } from '../../../src/schemas/index.js';
import { engineOf } from '../../../src/server/store/handles.js';
import {
  backup,
  checkBooks,
  eraseCustomer,
  migrate,
  notesIn,
  openStore,
  restore,
  roomOfPeople,
  type ServerStore,
} from '../../../src/server/store/index.js';
import { DATABASE_KINDS, testDatabases } from '../../helpers/databases.js';
import { fill, PEOPLE } from './sample.js';

const databases = testDatabases();
const folder = mkdtempSync(join(tmpdir(), 'seatkit-backups-'));
let files = 0;
const newFile = () => join(folder, `${++files}.jsonl`);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const open: ServerStore[] = [];
afterEach(async () => {
  for (const store of open.splice(0)) await store.close();
});

async function opened(url: string): Promise<ServerStore> {
  const store = await openStore({ url });
  open.push(store);
  return store;
}

async function backupText(url: string): Promise<string> {
  const file = newFile();
  await backup({ url }, file);
  return readFileSync(file, 'utf8');
}

const countOf = (store: ServerStore) =>
  store.transaction('read', async (tx) => (await tx.installation('installation-1')) !== null);

describe.each(DATABASE_KINDS)('the schema of %s', (kind) => {
  it('is brought up to date once, however many begin at once', async () => {
    const url = await databases.create(kind);
    const stores = await Promise.all(Array.from({ length: 4 }, () => opened(url)));
    for (const store of stores) await store.ready();
    await migrate({ url });
    const [store] = stores;
    if (!store) throw new Error('none was opened');
    const { rows } = await sql<{ name: string }>`
      select name from kysely_migration order by name`.execute(engineOf(store).db);
    expect(rows.map(({ name }) => name)).toEqual(['0001-books', '0002-changes']);
  });

  it('is refused when a newer version made it, and left as it is', async () => {
    const url = await databases.create(kind);
    const store = await opened(url);
    await sql`insert into kysely_migration (name, timestamp)
      values ('9999-later', '2030-01-01')`.execute(engineOf(store).db);
    await expect(openStore({ url })).rejects.toThrow('9999-later');
  });

  it('makes the store ready, and only when it is there', async () => {
    const store = await opened(await databases.create(kind));
    await store.ready();
    await sql`delete from kysely_migration where name = '0002-changes'`.execute(engineOf(store).db);
    await expect(store.ready()).rejects.toMatchObject({ code: 'unavailable' });
  });
});

describe.each(DATABASE_KINDS)('a backup of %s', (kind) => {
  it('restores into either database, to the last row', async () => {
    const url = await databases.create(kind);
    const { harness } = await fill(await opened(url));
    const file = newFile();
    await backup({ url }, file);
    const text = readFileSync(file, 'utf8');
    for (const other of DATABASE_KINDS) {
      const target = await databases.create(other);
      await restore({ url: target }, file);
      expect(await backupText(target)).toBe(text);
      expect(await checkBooks(await opened(target))).toEqual([]);
    }
    expect(statSync(file).mode & 0o077, 'for its owner alone').toBe(0);
    await harness.close();
  });

  it('goes only into an empty database, whole or not at all, and over no file', async () => {
    const url = await databases.create(kind);
    const { harness } = await fill(await opened(url));
    const file = newFile();
    await backup({ url }, file);
    await expect(backup({ url }, file)).rejects.toThrow('EEXIST');
    await expect(restore({ url }, file)).rejects.toThrow('not empty');

    const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
    const cut = newFile();
    writeFileSync(cut, lines.slice(0, -3).join('\n'));
    const missing = newFile();
    writeFileSync(missing, lines.filter((_, index) => index !== 3).join('\n'));
    const foreign = newFile();
    writeFileSync(foreign, '{"hello":1}\n');
    const odd = newFile();
    writeFileSync(odd, [lines[0], '["feed",{"name":"x"}]', ...lines.slice(1)].join('\n'));
    const older = newFile();
    writeFileSync(older, lines.join('\n').replace('0002-changes', '0001-books'));
    const target = await databases.create(kind);
    await expect(restore({ url: target }, cut)).rejects.toThrow('whole backup');
    await expect(restore({ url: target }, missing)).rejects.toThrow('whole backup');
    await expect(restore({ url: target }, foreign)).rejects.toThrow('no backup');
    await expect(restore({ url: target }, odd)).rejects.toThrow('means nothing');
    await expect(restore({ url: target }, older)).rejects.toThrow('0001-books');
    await expect(restore({ url: target }, join(folder, 'none'))).rejects.toThrow('ENOENT');
    expect(await countOf(await opened(target))).toBe(false);
    await restore({ url: target }, file);
    expect(await countOf(await opened(target))).toBe(true);
    await harness.close();
  });
});

describe.each(DATABASE_KINDS)("forgetting a customer's people in %s", (kind) => {
  it('leaves nothing of them, and books that agree and may be answered', async () => {
    const url = await databases.create(kind);
    const store = await opened(url);
    const { id, harness } = await fill(store);
    const wallet = 'o-of-wang';
    await notesIn<string>(store, roomOfPeople(id)).put('openid:administrator', wallet);
    await notesIn<string>(store, roomOfPeople('another')).put('openid:administrator', 'o-another');
    const people = [...Object.values(PEOPLE), wallet];
    const before = await backupText(url);
    for (const word of people) expect(before.includes(word), word).toBe(true);

    const provider = harness.backendFor('provider');
    const sums = (await provider.orders({}, null)).totals;
    await eraseCustomer(store, id);
    const after = await backupText(url);
    expect(after.includes('o-another')).toBe(true);
    for (const word of people) expect(after.includes(word), word).toBe(false);
    const named = (name: string) => JSON.stringify(`"userName":"${name}"`).slice(1, -1);
    expect(before.includes(named('administrator'))).toBe(true);
    expect(after.includes(named('administrator'))).toBe(false);
    expect(after.includes(named('provider'))).toBe(true);

    expect(await checkBooks(store)).toEqual([]);
    const page = ROUTES.orders.output.parse(await provider.orders({}, null));
    expect(page.totals).toEqual(sums);
    expect(page.items.map(({ createdBy }) => createdBy.userName)).toEqual(['—', '—', '—']);
    ROUTES.installation.output.parse(await provider.installation(id));
    const [found] = (await provider.orders({ text: 'administrator' }, null)).items;
    expect(found).toBeUndefined();
    await harness.close();
  });

  it('needs an installation', async () => {
    const store = await opened(await databases.create(kind));
    await expect(eraseCustomer(store, 'none')).rejects.toMatchObject({ code: 'not-found' });
  });
});
