import { EventEmitter } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createBilling, type Clock, type Store } from '../../../src/billing/index.js';
import { authenticateHostToken } from '../../../src/server/auth/host-token.js';
import { COMMANDS } from '../../../src/server/cli/commands.js';
import { main } from '../../../src/server/cli/main.js';
import { ALL_SETTINGS } from '../../../src/server/config/read-settings.js';
import { createIds } from '../../../src/server/ids.js';
import { createManualTransfers, openStore } from '../../../src/server/index.js';
import { POLICY } from '../../helpers/billing-world.js';
import { createEntitlementSigner, type EntitlementSigningKey } from '../../../src/verify/index.js';

const SECRET = 'a-secret-of-32-or-more-characters';
let folder: string;
let DATABASE_URL: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'seatkit-commands-'));
  DATABASE_URL = join(folder, 'seatkit.db');
});

afterEach(() => rm(folder, { recursive: true, force: true }));

/** Runs a command, and gives what it printed and said. */
async function run(given: string, environment: Record<string, string> = {}) {
  let printed = '';
  let said = '';
  const code = await main(given.split(' ').filter(Boolean), {
    environment: { DATABASE_URL, ...environment },
    stdout: { write: (text: string) => (printed += text) },
    stderr: { write: (text: string) => (said += text) },
    signals: new EventEmitter(),
  });
  return { code, printed, said };
}

/** Billing as a server does it. */
function billingOver(store: Store, clock: Clock) {
  const account = { accountName: 'A', accountNumber: '1', bankName: 'B' };
  return createBilling({
    store,
    clock,
    gateway: createManualTransfers({ account }),
    notifier: { send: () => Promise.resolve() },
    events: null,
    ids: createIds(clock),
  });
}

async function putInstallation(): Promise<void> {
  const store = await openStore({ url: DATABASE_URL });
  const clock = { now: () => '2026-03-01T00:00:00.000Z' };
  await billingOver(store, clock).installations.create('xinghe', {
    appName: 'Project Assistant',
    providerName: 'Zhilian',
    customerName: 'Xinghe',
    contacts: ['Lin Yue'],
    merchantAccountOpened: true,
    customerAuthorized: true,
    seatsInUse: null,
  });
  await store.close();
}

describe('the help', () => {
  it('names every command and every setting with its flag, and flags of no secret', async () => {
    const { code, printed } = await run('--help');
    expect(code).toBe(0);
    for (const { usage, help } of COMMANDS.values()) {
      expect(printed).toContain(usage);
      expect(printed).toContain(help);
    }
    for (const [name, { help, secret, kind }] of ALL_SETTINGS) {
      const flag = `--${name.toLowerCase().replaceAll('_', '-')}`;
      const shown = !secret || name === 'DATABASE_URL';
      expect(printed).toMatch(new RegExp(`^ {2}${name}${shown ? `, ${flag}` : ''}$`, 'm'));
      expect(printed).toContain(help);
      expect(printed).toContain(kind.expects);
    }
    expect((await run('serve -h')).printed).toBe(printed);
  });

  it('fits a terminal', async () => {
    const { printed } = await run('--help');
    expect(printed.split('\n').filter((line) => line.length > 120)).toEqual([]);
  });
});

describe('a command line', () => {
  it('has every fault said at once, those of settings too, and no secret', async () => {
    const { code, said, printed } = await run('serve too many --foo --demo=1 --port --role', {
      HOST_TOKEN_SECRETS: 's3cr3t',
      PUBLIC_URL: 'nowhere',
    });
    expect(code).toBe(2);
    expect(printed).toBe('');
    const faults = said
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.trim());
    expect(faults).toEqual([
      '--foo is no option; see --help',
      '--demo takes no value',
      '--port expected VALUE',
      'serve takes 0 word(s), not 2',
      'PUBLIC_URL does not fit ("nowhere"); expected an http(s) address',
      'HOST_TOKEN_SECRETS does not fit; expected one or more, with commas between: a secret of 32 or more characters',
      'WECHAT_PAY_MERCHANT_ID is missing; expected WECHAT_PAY_… or BANK_TRANSFER_…',
    ]);
  });

  it.each(['serv', 'constructor', '__proto__'])('knows no command %s', async (name) => {
    const { code, said } = await run(name);
    expect(code).toBe(2);
    expect(said).toContain(`${name} is no command; see --help`);
  });
});

describe('upkeep', () => {
  it('migrates, backs up into a new file, and restores into an empty database alone', async () => {
    expect(await run('migrate')).toMatchObject({ code: 0 });
    await putInstallation();
    const file = join(folder, 'backup.jsonl');
    expect(await run(`backup ${file}`)).toMatchObject({ code: 0, printed: '' });
    expect(await run(`backup ${file}`)).toMatchObject({ code: 1 });

    const other = { DATABASE_URL: join(folder, 'other.db') };
    expect(await run(`restore ${file}`, other)).toMatchObject({ code: 0 });
    const store = await openStore({ url: other.DATABASE_URL });
    const found = await store.transaction('read', (tx) => tx.installation('xinghe'));
    await store.close();
    expect(found).toMatchObject({ customerName: 'Xinghe', contacts: ['Lin Yue'] });
    expect(await run(`restore ${file}`, other)).toMatchObject({ code: 1 });
  });

  it('forgets the people of a customer', async () => {
    await putInstallation();
    expect(await run('erase xinghe')).toMatchObject({ code: 0 });
    const store = await openStore({ url: DATABASE_URL });
    const found = await store.transaction('read', (tx) => tx.installation('xinghe'));
    await store.close();
    expect(JSON.stringify(found)).not.toContain('Lin Yue');
    expect(await run('erase nobody')).toEqual({
      code: 1,
      printed: '',
      said: 'There is no installation nobody.\n',
    });
  });

  it('takes in that a bank transfer was sent back', async () => {
    await putInstallation();
    const store = await openStore({ url: DATABASE_URL });
    const clock = { now: () => new Date().toISOString() };
    const billing = billingOver(store, clock);
    const as = (role: 'provider' | 'administrator' | 'operator') =>
      billing.as({ role, userId: role, userName: role, installations: 'all' });
    const [provider, administrator] = [as('provider'), as('administrator')];
    await provider.publishPolicy('xinghe', { policy: POLICY, baseVersion: null });
    await provider.submit('xinghe');
    await provider.launch('xinghe');
    const request = { kind: 'new', seats: 5, cycles: 1 } as const;
    const quote = await administrator.quote('xinghe', request);
    const input = { request, quote, acceptForfeit: false, key: 'key-of-order' };
    const { id } = await administrator.createOrder('xinghe', input);
    const how = { method: 'bank-transfer', environment: 'desktop', key: 'key-of-payment' } as const;
    await administrator.startPayment(id, how);
    const [attempt] = (await administrator.order(id)).payments;
    await as('operator').confirmTransfer(id, {
      attemptId: attempt!.id,
      transactionId: 'B-1',
      amount: quote.payable,
      receivedAt: clock.now(),
      key: 'key-of-receipt',
    });
    await administrator.requestRefund(id, { reason: 'r', key: 'key-of-refund' });
    await provider.decideRefund(id, { decision: 'approve' });

    const day = clock.now().slice(0, 10);
    expect(await run(`returned ${id} B-2 ${day}`)).toMatchObject({ code: 1, printed: '' });
    expect((await administrator.order(id)).status).toBe('refunding');
    expect(await run(`returned ${id} B-1 ${day}`)).toMatchObject({ code: 0 });
    expect((await administrator.order(id)).status).toBe('refunded');
    expect(await run(`returned ${id} B-1 ${day}`)).toMatchObject({ code: 0 });
    expect(await run(`returned SK0 B-1 ${day}`)).toMatchObject({
      code: 1,
      said: 'There is no such order.\n',
    });
    await store.close();
  });

  it('says where the books disagree', async () => {
    await putInstallation();
    expect(await run('check')).toMatchObject({ code: 0, printed: '' });
    const store = await openStore({ url: DATABASE_URL });
    await store.transaction('write', async (tx) => {
      const installation = await tx.lockInstallation('xinghe');
      await tx.putInstallation({ ...installation!, pendingOrderId: 'SK1' });
    });
    await store.close();
    const { code, printed } = await run('check');
    expect(code).toBe(1);
    expect(printed).toContain('xinghe');
  });
});

describe('secrets', () => {
  it('makes a key that signs, and keeps those before it for the change', async () => {
    const keysOf = (printed: string) =>
      (JSON.parse(printed) as { keys: EntitlementSigningKey[] }).keys;
    const first = await run('keys');
    const second = await run('keys', { ENTITLEMENT_KEYS: first.printed });
    const [fresh, ...before] = keysOf(second.printed);
    expect(before).toEqual(keysOf(first.printed));
    const signer = await createEntitlementSigner({ issuer: 'i', key: fresh!, otherKeys: before });
    expect(signer.keySet().keys).toHaveLength(2);
    expect(second.printed.trim().split('\n')).toHaveLength(1);
    const wrong = await run('keys', { ENTITLEMENT_KEYS: 'not a key' });
    expect(wrong).toMatchObject({ code: 2, printed: '' });
  });

  it('makes a host token for a trial, which the server believes', async () => {
    const { code, printed } = await run(
      'token --role=member --user u1 --name Li --installations a,b',
      {
        HOST_TOKEN_SECRETS: SECRET,
      },
    );
    expect(code).toBe(0);
    const believe = authenticateHostToken({ secrets: [SECRET] });
    const headers = { Authorization: `Bearer ${printed.trim()}` };
    expect(await believe(new Request('http://x', { headers }))).toMatchObject({
      role: 'member',
      userId: 'u1',
      userName: 'Li',
      installations: ['a', 'b'],
    });
  });

  it('makes no token without a secret, or for a role that is none', async () => {
    expect(await run('token')).toMatchObject({ code: 2, printed: '' });
    const options = { HOST_TOKEN_SECRETS: SECRET };
    expect(await run('token --role=root', options)).toMatchObject({ code: 1, printed: '' });
    expect(await run('token --minutes=x', options)).toMatchObject({ code: 1, printed: '' });
  });
});
