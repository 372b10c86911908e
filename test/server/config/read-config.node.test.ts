import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig, type Config } from '../../../src/server/config/config.js';
import { ALL_SETTINGS, type ConfigFault } from '../../../src/server/config/read-settings.js';
import { SETTINGS, type GroupName } from '../../../src/server/config/settings.js';
import { createSigningKey } from '../../../src/verify/index.js';

const GROUPS = Object.keys(SETTINGS) as GroupName[];
const { privateKey, publicKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});

/** The least that a server starts with. */
const LEAST = {
  HOST_TOKEN_SECRETS: 'a'.repeat(32),
  BANK_TRANSFER_ACCOUNT_NAME: 'Zhilian Software',
  BANK_TRANSFER_ACCOUNT_NUMBER: '6222 0000',
  BANK_TRANSFER_BANK: 'A Bank',
};

const WECHAT = {
  PUBLIC_URL: 'https://billing.example/api',
  WECHAT_PAY_MERCHANT_ID: '1900000001',
  WECHAT_PAY_APP_ID: 'wx0123456789abcdef',
  WECHAT_PAY_SERIAL: '5157F09EFDC096DE15EBE81A47057A72',
  WECHAT_PAY_PRIVATE_KEY: privateKey,
  WECHAT_PAY_API_V3_KEY: 'k'.repeat(32),
  WECHAT_PAY_PUBLIC_KEY_ID: 'PUB_KEY_ID_0123',
  WECHAT_PAY_PUBLIC_KEY: publicKey,
};

interface Given {
  flags?: Record<string, string>;
  files?: Record<string, string>;
  needed?: GroupName[];
  simulated?: boolean;
}

function read(
  environment: Record<string, string>,
  { flags = {}, files = {}, needed = GROUPS, simulated = false }: Given = {},
): Config {
  const readFile = (path: string): string => {
    const text = files[path];
    if (text === undefined) throw new Error('ENOENT');
    return text;
  };
  return readConfig({ environment, flags, readFile }, needed, { simulated });
}

/** Every fault, or none. */
function faultsOf(...given: Parameters<typeof read>): readonly ConfigFault[] {
  try {
    read(...given);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
}

const names = (faults: readonly ConfigFault[]): string[] => faults.map(({ name }) => name).sort();

describe('the configuration', () => {
  it('has a default for everything but who asks and how they pay', () => {
    const config = read(LEAST);
    expect(config.database).toEqual({
      url: 'file:./seatkit.db',
      connections: 10,
      timeoutMs: 10_000,
    });
    expect(config.server).toMatchObject({ HOST: '127.0.0.1', PORT: 8787, WORKER: 'on' });
    expect(config).toMatchObject({
      jwt: null,
      hostTokenSecrets: ['a'.repeat(32)],
      wechatPay: null,
      webhook: null,
      entitlements: null,
      bankTransfer: {
        accountName: 'Zhilian Software',
        accountNumber: '6222 0000',
        bankName: 'A Bank',
      },
    });
    expect(names(faultsOf({}))).toEqual(['HOST_TOKEN_SECRETS', 'WECHAT_PAY_MERCHANT_ID']);
    expect(names(faultsOf({}, { simulated: true }))).toEqual(['HOST_TOKEN_SECRETS']);
  });

  it('tells every fault at once, each with what is expected, and no secret', () => {
    const wrong = Object.fromEntries(ALL_SETTINGS.map(([name]) => [name, 'wr\u0000ng, s3cr3t']));
    const faults = faultsOf(wrong);
    const lenient = [
      'HOST',
      'JWT_ISSUER',
      'JWT_AUDIENCE',
      'BANK_TRANSFER_ACCOUNT_NAME',
      'BANK_TRANSFER_ACCOUNT_NUMBER',
      'BANK_TRANSFER_BANK',
      'DATABASE_URL',
      'ENTITLEMENT_ISSUER',
      'ENTITLEMENT_AUDIENCE',
    ];
    const expected = ALL_SETTINGS.map(([name]) => name).filter((name) => !lenient.includes(name));
    expect(names(faults)).toEqual([...expected].sort());
    for (const { problem } of faults) expect(problem).toMatch(/; expected ./);
    for (const [name, { secret }] of ALL_SETTINGS) {
      if (!secret) continue;
      const said = faults.filter((fault) => fault.name === name).map(({ problem }) => problem);
      expect(said.join()).not.toContain('s3cr3t');
    }
    expect(new ConfigError(faults).message.split('\n')).toHaveLength(faults.length);
  });

  it('keeps the password of a database to itself', () => {
    const faults = faultsOf({ ...LEAST, DATABASE_URL: 'mysql://me:s3cr3t@db/seatkit' });
    expect(names(faults)).toEqual(['DATABASE_URL']);
    expect(JSON.stringify(faults)).not.toContain('s3cr3t');
  });

  it.each([
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '8787x'],
    ['PORT', '0x50'],
    ['BASE_PATH', 'billing'],
    ['BASE_PATH', '/billing/'],
    ['PUBLIC_URL', 'https://me:pw@billing.example'],
    ['PUBLIC_URL', 'ftp://billing.example'],
    ['CORS_ORIGINS', 'https://a.example https://b.example/path'],
    ['CORS_ORIGINS', '*'],
    ['RATE_BURST', '0'],
    ['WORKER', 'yes'],
    ['LOG_LEVEL', 'debug'],
    ['JWT_KEYS_URL', 'http://login.example/keys'],
    ['HOST_TOKEN_SECRETS', 'short'],
    ['WEBHOOK_URL', 'http://host.example/hook'],
    ['WEBHOOK_SECRETS', 'whsec_short'],
    ['ENTITLEMENT_KEYS', '{"keys":[]}'],
    ['ENTITLEMENT_KEYS', '{"keys":[{"kty":"EC"}]}'],
    ['WECHAT_PAY_PRIVATE_KEY', publicKey],
    ['WECHAT_PAY_PUBLIC_KEY', privateKey],
    ['WECHAT_PAY_CERTIFICATES', publicKey],
  ])('refuses %s=%s', (name, value) => {
    expect(names(faultsOf({ ...LEAST, [name]: value }))).toContain(name);
  });

  it('takes lists with commas or lines between', () => {
    const { server } = read({ ...LEAST, CORS_ORIGINS: 'https://a.example,\n http://b.example:81' });
    expect(server.CORS_ORIGINS).toEqual(['https://a.example', 'http://b.example:81']);
  });

  it('takes a secret from a file, and refuses two places for one', () => {
    const { HOST_TOKEN_SECRETS, ...rest } = LEAST;
    const files = { '/run/secrets/host': `${HOST_TOKEN_SECRETS}\n` };
    const environment = { ...rest, HOST_TOKEN_SECRETS_FILE: '/run/secrets/host' };
    expect(read(environment, { files }).hostTokenSecrets).toEqual([HOST_TOKEN_SECRETS]);
    expect(faultsOf(environment)).toEqual([
      { name: 'HOST_TOKEN_SECRETS_FILE', problem: 'names a file that cannot be read' },
    ]);
    expect(faultsOf({ ...environment, HOST_TOKEN_SECRETS }, { files })).toEqual([
      {
        name: 'HOST_TOKEN_SECRETS',
        problem: 'is given, and HOST_TOKEN_SECRETS_FILE too; expected one of them',
      },
    ]);
  });

  it('lets a flag win over the environment, and takes what is empty for absent', () => {
    const environment = { ...LEAST, PORT: '1', WEBHOOK_URL: '', WEBHOOK_SECRETS_FILE: '' };
    const { server, webhook } = read(environment, { flags: { PORT: '2' } });
    expect(server.PORT).toBe(2);
    expect(webhook).toBeNull();
  });

  it('knows slips in names that are its own', () => {
    const faults = faultsOf({
      ...LEAST,
      WECHAT_PAY_MCHID: '1',
      ENTITLEMENT_KEY_FILE: 'x',
      OTHER: '',
    });
    expect(names(faults)).toEqual(['ENTITLEMENT_KEY_FILE', 'WECHAT_PAY_MCHID']);
  });

  it('wants together what works only together', () => {
    expect(names(faultsOf({ ...LEAST, JWT_ISSUER: 'x' }))).toEqual([
      'JWT_AUDIENCE',
      'JWT_KEYS_URL',
    ]);
    expect(names(faultsOf({ ...LEAST, WEBHOOK_URL: 'https://host.example' }))).toEqual([
      'WEBHOOK_SECRETS',
    ]);
    const { BANK_TRANSFER_BANK: _, ...noBank } = LEAST;
    expect(names(faultsOf(noBank))).toEqual(['BANK_TRANSFER_BANK']);
    expect(names(faultsOf({ ...LEAST, WECHAT_PAY_APP_SECRET: 'x' }))).toEqual([
      'PUBLIC_URL',
      'WECHAT_PAY_API_V3_KEY',
      'WECHAT_PAY_APP_ID',
      'WECHAT_PAY_MERCHANT_ID',
      'WECHAT_PAY_PRIVATE_KEY',
      'WECHAT_PAY_PUBLIC_KEY',
      'WECHAT_PAY_SERIAL',
    ]);
  });

  it('reads WeChat Pay with a public key, line ends lost on the way or not', () => {
    const folded = privateKey.replaceAll('\n', '\\n');
    const { wechatPay } = read({ ...LEAST, ...WECHAT, WECHAT_PAY_PRIVATE_KEY: folded });
    expect(wechatPay).toMatchObject({
      merchantId: '1900000001',
      privateKey: privateKey.trim(),
      publicKey: { id: 'PUB_KEY_ID_0123', key: publicKey.trim() },
      certificates: [],
      appSecret: null,
    });
    expect(names(faultsOf({ ...LEAST, ...WECHAT, PUBLIC_URL: 'http://billing.example' }))).toEqual([
      'PUBLIC_URL',
    ]);
  });

  it('asks the host for openids where it says where and how', () => {
    const WECHAT_PAY_OPENIDS_URL = 'https://host.example/openids';
    const WECHAT_PAY_OPENIDS_TOKEN = 'a-token-of-16-or-more';
    expect(read({ ...LEAST, ...WECHAT }).wechatPay).toMatchObject({ openids: null });
    expect(names(faultsOf({ ...LEAST, ...WECHAT, WECHAT_PAY_OPENIDS_URL }))).toEqual([
      'WECHAT_PAY_OPENIDS_TOKEN',
    ]);
    const { wechatPay } = read({
      ...LEAST,
      ...WECHAT,
      WECHAT_PAY_OPENIDS_URL,
      WECHAT_PAY_OPENIDS_TOKEN,
    });
    expect(wechatPay?.openids).toEqual({
      url: new URL(WECHAT_PAY_OPENIDS_URL),
      token: WECHAT_PAY_OPENIDS_TOKEN,
    });
  });

  it('reads the keys that sign entitlements, the first of which signs', async () => {
    const [key, before] = [await createSigningKey(), await createSigningKey()];
    const ENTITLEMENT_KEYS = JSON.stringify({ keys: [key, before] });
    expect(names(faultsOf({ ...LEAST, ENTITLEMENT_KEYS }))).toEqual(['ENTITLEMENT_ISSUER']);
    const { entitlements } = read({
      ...LEAST,
      ENTITLEMENT_KEYS,
      PUBLIC_URL: 'https://billing.example/',
    });
    expect(entitlements).toEqual({
      issuer: 'https://billing.example',
      audience: null,
      key,
      otherKeys: [before],
    });
  });

  it('asks of a command only what it needs', () => {
    expect(read({ PORT: 'x', WEBHOOK_URL: 'x' }, { needed: ['Database'] }).database.url).toBe(
      'file:./seatkit.db',
    );
  });
});
