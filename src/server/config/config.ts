import type { BankAccount } from '../../contract/index.js';
import type { EntitlementSigningKey } from '../../verify/index.js';
import type { JwtOptions } from '../auth/jwt.js';
import type { AskedOpenids } from '../gateway/wechat-pay/asked-openids.js';
import type { StoreOptions } from '../store/index.js';
import { isPrivate } from './kinds.js';
import {
  ALL_SETTINGS,
  readSettings,
  type ConfigFault,
  type SettingSources,
} from './read-settings.js';
import { SETTINGS, type GroupName, type SettingName, type Values } from './settings.js';

/** How WeChat Pay is reached, and what both sides sign with. */
export interface WeChatPayConfig {
  merchantId: string;
  appId: string;
  /** null where nobody pays inside WeChat. */
  appSecret: string | null;
  /** null where nobody pays in the platform's app. */
  openids: AskedOpenids | null;
  /** Serial number of the merchant's certificate. */
  serial: string;
  /** PEM. */
  privateKey: string;
  apiV3Key: string;
  /** PEM; null for merchants with certificates alone. */
  publicKey: { id: string; key: string } | null;
  /** PEM. */
  certificates: readonly string[];
  /** Where this server is reached from outside, over https; without a slash at its end. */
  publicUrl: string;
}

/** What `seatkit-server` runs with. */
export interface Config {
  database: StoreOptions;
  server: Pick<
    Values,
    | 'HOST'
    | 'PORT'
    | 'BASE_PATH'
    | 'CORS_ORIGINS'
    | 'CLIENT_ADDRESS_HEADER'
    | 'RATE_PER_SECOND'
    | 'RATE_BURST'
    | 'WORKER'
    | 'LOG_LEVEL'
    | 'STOP_TIMEOUT_MS'
  >;
  /** Where the world reaches the server, without a slash at its end; null where nobody said. */
  publicUrl: string | null;
  jwt: JwtOptions | null;
  /** Secrets of host tokens, the newest first; empty where there are none. */
  hostTokenSecrets: readonly string[];
  wechatPay: WeChatPayConfig | null;
  bankTransfer: BankAccount | null;
  webhook: { url: URL; secrets: readonly string[] } | null;
  /** The first signs; empty where nothing is signed. */
  entitlementKeys: readonly EntitlementSigningKey[];
  entitlements: {
    issuer: string;
    audience: string | null;
    key: EntitlementSigningKey;
    otherKeys: readonly EntitlementSigningKey[];
  } | null;
}

/** Everything that is wrong, at once. */
export class ConfigError extends Error {
  override name = 'ConfigError';

  constructor(readonly faults: readonly ConfigFault[]) {
    super(faults.map(({ name, problem }) => `${name} ${problem}`).join('\n'));
  }
}

/**
 * What is set, checked as far as the groups and settings that a command needs.
 *
 * @param simulated whether payments are simulated: then no way to pay need be set
 * @throws ConfigError with every fault
 */
export function readConfig(
  sources: SettingSources,
  needed: readonly (GroupName | SettingName)[],
  { simulated = false } = {},
): Config {
  const { values, faults } = readSettings(sources);
  const atFault = new Set(faults.map(({ name }) => name.replace(/_FILE$/, '')));
  const set = createReader(values, atFault, faults);
  const config: Config = {
    database: {
      url: values.DATABASE_URL,
      connections: values.DATABASE_CONNECTIONS,
      timeoutMs: values.DATABASE_TIMEOUT_MS,
    },
    server: values,
    publicUrl: values.PUBLIC_URL && withoutSlash(values.PUBLIC_URL),
    jwt: readJwt(set),
    hostTokenSecrets: values.HOST_TOKEN_SECRETS ?? [],
    wechatPay: readWeChatPay(set),
    bankTransfer: readBankTransfer(set),
    webhook: readWebhook(set),
    entitlementKeys: values.ENTITLEMENT_KEYS ?? [],
    entitlements: readEntitlements(set),
  };
  if (!set.any('JWT_KEYS_URL', 'JWT_ISSUER', 'JWT_AUDIENCE', 'HOST_TOKEN_SECRETS'))
    set.fault('HOST_TOKEN_SECRETS', 'is missing; expected it, or JWT_KEYS_URL and its companions');
  if (!simulated && !set.any(...namesOf('WeChat Pay'), ...namesOf('Bank transfer')))
    set.fault('WECHAT_PAY_MERCHANT_ID', 'is missing; expected WECHAT_PAY_… or BANK_TRANSFER_…');
  const mattering = new Set<string>(
    needed.flatMap((need) => (isGroup(need) ? namesOf(need) : [need])),
  );
  const known = new Set<string>(ALL_SETTINGS.map(([name]) => name));
  const relevant = faults.filter(({ name }) => {
    const setting = name.replace(/_FILE$/, '');
    return mattering.has(setting) || !known.has(setting);
  });
  if (relevant.length > 0) throw new ConfigError(relevant);
  return config;
}

function isGroup(name: GroupName | SettingName): name is GroupName {
  return name in SETTINGS;
}

function namesOf(group: GroupName): SettingName[] {
  return Object.keys(SETTINGS[group]) as SettingName[];
}

/** What belongs together is given together. */
interface Reader {
  values: Values;
  /** Whether one of them is given, rightly or not. */
  any(...names: readonly SettingName[]): boolean;
  /**
   * The values of settings that need each other: null when none is given, or not all rightly; each that is missing is a fault.
   * `helped` have no meaning alone either, but may be absent.
   */
  all<Name extends SettingName>(
    names: readonly Name[],
    helped?: readonly SettingName[],
  ): { [Key in Name]: NonNullable<Values[Key]> } | null;
  fault(name: SettingName, problem: string): void;
}

function createReader(values: Values, atFault: Set<string>, faults: ConfigFault[]): Reader {
  const given = (name: SettingName): boolean => values[name] !== null || atFault.has(name);
  const fault = (name: SettingName, problem: string): void => {
    faults.push({ name, problem });
  };
  return {
    values,
    any: (...names) => names.some(given),
    all(names, helped = []) {
      const present = [...names, ...helped].find(given);
      if (present === undefined) return null;
      for (const name of names)
        if (!given(name)) fault(name, `is missing; expected because ${present} is given`);
      if (names.some((name) => values[name] === null)) return null;
      return values as unknown as { [Key in (typeof names)[number]]: NonNullable<Values[Key]> };
    },
    fault,
  };
}

function readJwt({ all, values }: Reader): Config['jwt'] {
  const set = all(['JWT_KEYS_URL', 'JWT_ISSUER', 'JWT_AUDIENCE'], ['JWT_ALGORITHMS']);
  if (!set) return null;
  const { JWT_KEYS_URL: keys, JWT_ISSUER: issuer, JWT_AUDIENCE: audience } = set;
  const { JWT_ALGORITHMS: algorithms } = values;
  return { keys, issuer, audience, ...(algorithms && { algorithms }) };
}

function readWeChatPay({ all, any, fault, values }: Reader): WeChatPayConfig | null {
  const set = all(
    [
      'WECHAT_PAY_MERCHANT_ID',
      'WECHAT_PAY_APP_ID',
      'WECHAT_PAY_SERIAL',
      'WECHAT_PAY_PRIVATE_KEY',
      'WECHAT_PAY_API_V3_KEY',
    ],
    ['WECHAT_PAY_APP_SECRET', 'WECHAT_PAY_OPENIDS_URL', ...ANSWER_KEYS],
  );
  const key = all(['WECHAT_PAY_PUBLIC_KEY_ID', 'WECHAT_PAY_PUBLIC_KEY']);
  const openids = all(['WECHAT_PAY_OPENIDS_URL', 'WECHAT_PAY_OPENIDS_TOKEN']);
  if (!any(...namesOf('WeChat Pay'))) return null;
  if (!any(...ANSWER_KEYS))
    fault(
      'WECHAT_PAY_PUBLIC_KEY',
      'is missing; expected it with WECHAT_PAY_PUBLIC_KEY_ID, or WECHAT_PAY_CERTIFICATES',
    );
  const publicUrl = values.PUBLIC_URL;
  if (!any('PUBLIC_URL')) {
    fault('PUBLIC_URL', 'is missing; expected because WeChat Pay has to reach this server');
  } else if (publicUrl && !isPrivate(publicUrl)) {
    fault('PUBLIC_URL', 'is no https address; expected one because WeChat Pay sends there');
  }
  if (!set || !publicUrl) return null;
  return {
    merchantId: set.WECHAT_PAY_MERCHANT_ID,
    appId: set.WECHAT_PAY_APP_ID,
    appSecret: values.WECHAT_PAY_APP_SECRET,
    openids: openids && {
      url: openids.WECHAT_PAY_OPENIDS_URL,
      token: openids.WECHAT_PAY_OPENIDS_TOKEN,
    },
    serial: set.WECHAT_PAY_SERIAL,
    privateKey: set.WECHAT_PAY_PRIVATE_KEY,
    apiV3Key: set.WECHAT_PAY_API_V3_KEY,
    publicKey: key && { id: key.WECHAT_PAY_PUBLIC_KEY_ID, key: key.WECHAT_PAY_PUBLIC_KEY },
    certificates: values.WECHAT_PAY_CERTIFICATES ?? [],
    publicUrl: withoutSlash(publicUrl),
  };
}

const ANSWER_KEYS = [
  'WECHAT_PAY_PUBLIC_KEY_ID',
  'WECHAT_PAY_PUBLIC_KEY',
  'WECHAT_PAY_CERTIFICATES',
] as const satisfies readonly SettingName[];

function readBankTransfer({ all }: Reader): BankAccount | null {
  const set = all([
    'BANK_TRANSFER_ACCOUNT_NAME',
    'BANK_TRANSFER_ACCOUNT_NUMBER',
    'BANK_TRANSFER_BANK',
  ]);
  return (
    set && {
      accountName: set.BANK_TRANSFER_ACCOUNT_NAME,
      accountNumber: set.BANK_TRANSFER_ACCOUNT_NUMBER,
      bankName: set.BANK_TRANSFER_BANK,
    }
  );
}

function readWebhook({ all }: Reader): Config['webhook'] {
  const set = all(['WEBHOOK_URL', 'WEBHOOK_SECRETS']);
  return set && { url: set.WEBHOOK_URL, secrets: set.WEBHOOK_SECRETS };
}

function readEntitlements({ all, any, fault, values }: Reader): Config['entitlements'] {
  const set = all(['ENTITLEMENT_KEYS'], ['ENTITLEMENT_ISSUER', 'ENTITLEMENT_AUDIENCE']);
  const issuer =
    values.ENTITLEMENT_ISSUER ?? (values.PUBLIC_URL && withoutSlash(values.PUBLIC_URL));
  if (set && issuer === null && !any('PUBLIC_URL', 'ENTITLEMENT_ISSUER'))
    fault('ENTITLEMENT_ISSUER', 'is missing; expected it, or PUBLIC_URL');
  const [key, ...otherKeys] = set?.ENTITLEMENT_KEYS ?? [];
  if (!key || issuer === null) return null;
  return { issuer, audience: values.ENTITLEMENT_AUDIENCE, key, otherKeys };
}

function withoutSlash({ href }: URL): string {
  return href.replace(/\/$/, '');
}
