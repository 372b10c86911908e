import { JWT_ALGORITHMS } from '../auth/jwt.js';
import { address, listOf, matching, oneOf, origin, secureAddress, text, whole } from './kinds.js';
import { certificates, rsaPrivateKey, rsaPublicKey, signingKeys } from './key-kinds.js';
import { defaulted, optional, secret, type Setting, type ValueOf } from './setting.js';

const databaseUrl = matching(
  /^(file:.+|:memory:|postgres(ql)?:\/\/.+|[^:]+)$/,
  'file:/path/seatkit.db, a path, or postgres://…',
);
const ms = whole(100, 600_000);

/** Everything that can be set, under the name of its environment variable, by what it is about. */
export const SETTINGS = {
  Database: {
    DATABASE_URL: {
      ...defaulted(databaseUrl, 'file:./seatkit.db', 'SQLite file, or PostgreSQL'),
      secret: true,
    },
    DATABASE_CONNECTIONS: defaulted(whole(1, 500), '10', 'connections to PostgreSQL at most'),
    DATABASE_TIMEOUT_MS: defaulted(ms, '10000', 'longest wait for a connection or a lock'),
  },
  Server: {
    HOST: defaulted(text, '127.0.0.1', 'address to listen on; 0.0.0.0 for every network'),
    PORT: defaulted(whole(0, 65_535), '8787', 'port to listen on; 0 for any that is free'),
    BASE_PATH: optional(
      matching(/^(\/[A-Za-z0-9._~-]+)+$/, 'a path such as /billing, without a slash at its end'),
      'path under which everything is served',
    ),
    PUBLIC_URL: optional(
      address('an http(s) address', ({ protocol }) => /^https?:$/.test(protocol)),
      'where the world reaches this server, with the base path',
    ),
    CORS_ORIGINS: optional(listOf(origin), 'origins whose pages may call'),
    CLIENT_ADDRESS_HEADER: optional(
      matching(/^[A-Za-z][A-Za-z0-9-]*$/, 'the name of a header'),
      'header in which your proxy, and nobody else, names the caller; its last address counts',
    ),
    RATE_PER_SECOND: defaulted(
      whole(1, 100_000),
      '20',
      'requests of one person in a second, in the long run',
    ),
    RATE_BURST: defaulted(whole(1, 1_000_000), '100', 'requests of one person at once'),
    WORKER: defaulted(oneOf('on', 'off'), 'on', 'off where "seatkit-server worker" runs apart'),
    LOG_LEVEL: defaulted(oneOf('info', 'warn', 'error'), 'info', 'the least that is logged'),
    STOP_TIMEOUT_MS: defaulted(ms, '25000', 'longest time to end what runs when stopped'),
  },
  'Who asks': {
    JWT_KEYS_URL: optional(secureAddress, 'key set that JSON Web Tokens are checked with'),
    JWT_ISSUER: optional(text, 'who has to have issued them'),
    JWT_AUDIENCE: optional(text, 'for whom they have to be'),
    JWT_ALGORITHMS: optional(
      listOf(oneOf(...JWT_ALGORITHMS)),
      'what they may be signed with; ES256 and RS256 when absent',
    ),
    HOST_TOKEN_SECRETS: secret(
      listOf(matching(/^\S{32,}$/, 'a secret of 32 or more characters')),
      'secrets that your own server signs host tokens with, the newest first',
    ),
  },
  'WeChat Pay': {
    WECHAT_PAY_MERCHANT_ID: optional(matching(/^\d{8,10}$/, '8 to 10 digits'), 'merchant number'),
    WECHAT_PAY_APP_ID: optional(
      matching(/^[A-Za-z0-9]{8,32}$/, 'an id such as wx0123456789abcdef'),
      'app that payers pay in',
    ),
    WECHAT_PAY_APP_SECRET: secret(
      matching(/^\S+$/, 'the secret of that app'),
      'to learn who pays inside WeChat; without it only codes and links are offered',
    ),
    WECHAT_PAY_OPENIDS_URL: optional(
      secureAddress,
      'your own server, which turns user ids of the platform app (企业微信) into openids',
    ),
    WECHAT_PAY_OPENIDS_TOKEN: secret(
      matching(/^[!-~]{16,}$/, '16 or more characters without spaces'),
      'what it is asked with, as a bearer token',
    ),
    WECHAT_PAY_SERIAL: optional(
      matching(/^[0-9A-Fa-f]{8,64}$/, 'hexadecimal digits'),
      "serial number of the merchant's certificate",
    ),
    WECHAT_PAY_PRIVATE_KEY: secret(rsaPrivateKey, "the merchant's private key"),
    WECHAT_PAY_API_V3_KEY: secret(
      matching(/^[!-~]{32}$/, '32 characters'),
      'key that notifications are encrypted with',
    ),
    WECHAT_PAY_PUBLIC_KEY_ID: optional(
      matching(/^PUB_KEY_ID_[0-9A-Za-z]+$/, 'an id such as PUB_KEY_ID_0123'),
      'id of the public key that answers are signed with',
    ),
    WECHAT_PAY_PUBLIC_KEY: optional(rsaPublicKey, 'that key'),
    WECHAT_PAY_CERTIFICATES: optional(
      certificates,
      'platform certificates, for merchants who still have them; several while they change',
    ),
  },
  'Bank transfer': {
    BANK_TRANSFER_ACCOUNT_NAME: optional(text, 'name of the account that transfers go to'),
    BANK_TRANSFER_ACCOUNT_NUMBER: optional(text, 'its number'),
    BANK_TRANSFER_BANK: optional(text, 'its bank'),
  },
  'Your own server': {
    WEBHOOK_URL: optional(secureAddress, 'where events and notices are sent'),
    WEBHOOK_SECRETS: secret(
      listOf(matching(/^whsec_[A-Za-z0-9+/]{32,88}={0,2}$/, 'whsec_ and 24 to 64 bytes in base64')),
      'secrets they are signed with, the newest first',
    ),
    ENTITLEMENT_KEYS: secret(signingKeys, 'keys of "seatkit-server keys"; the first signs'),
    ENTITLEMENT_ISSUER: optional(text, 'names this server in tokens; PUBLIC_URL when absent'),
    ENTITLEMENT_AUDIENCE: optional(text, 'names the app the tokens are for'),
  },
} satisfies Record<string, Record<string, Setting>>;

type Groups = typeof SETTINGS;
type Merged<Group> = Group extends Record<string, Setting> ? Group : never;
/** Every setting by its name. */
type All = UnionToIntersection<Merged<Groups[keyof Groups]>>;
type UnionToIntersection<Union> = (Union extends unknown ? (one: Union) => void : never) extends (
  all: infer All,
) => void
  ? All
  : never;

export type SettingName = keyof All;

/** What everything is set to. */
export type Values = { readonly [Name in SettingName]: ValueOf<All[Name]> };

export type GroupName = keyof Groups;
