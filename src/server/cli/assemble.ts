import type { Clock, EventSink, Notifier, PaymentGateway } from '../../billing/index.js';
import { createEntitlementSigner, type EntitlementSigner } from '../../verify/index.js';
import type { Config, WeChatPayConfig } from '../config/config.js';
import {
  combineGateways,
  createManualTransfers,
  createWeChatPay,
  payerAddress,
  type Payer,
  type Payers,
  type SimulatedGateway,
  type WeChatPay,
} from '../gateway/index.js';
import { askedOpenids } from '../gateway/wechat-pay/asked-openids.js';
import type { Log } from '../log.js';
import { notesIn, openStore, roomOfPeople, type ServerStore } from '../store/index.js';
import { createWebhookNotifier } from '../webhooks/webhook-notifier.js';
import { simulatedGateway } from './simulation.js';

/** Where payers come back to from telling WeChat who they are, beneath PUBLIC_URL. */
export const AUTHORIZATION_PATH = '/wechat-pay/authorization';
const NOTIFICATION_PATH = '/v1/notifications/wechat-pay';

/** The parts that a server or a worker is made of. */
export interface Parts {
  store: ServerStore;
  clock: Clock;
  gateway: PaymentGateway;
  notifier: Notifier;
  events: EventSink | null;
  wechatPay: WeChatPay | null;
  /** null unless payments are simulated. */
  simulation: SimulatedGateway | null;
}

const clock: Clock = { now: () => new Date().toISOString() };

/** Opens the store, and makes what else is configured. */
export async function assemble(config: Config, log: Log, simulated: boolean): Promise<Parts> {
  const webhook = webhookOf(config);
  const store = await openStore(config.database);
  const wechatPay = config.wechatPay && weChatPayOf(config.wechatPay, config, store, log);
  const simulation = simulated ? simulatedGateway(config, store, clock) : null;
  const transfer =
    config.bankTransfer && createManualTransfers({ account: config.bankTransfer, log });
  return {
    store,
    clock,
    gateway:
      simulation ??
      combineGateways({
        store,
        ...(wechatPay && { wechat: wechatPay }),
        ...(transfer && { transfer }),
      }),
    notifier: webhook ?? loggingNotifier(log),
    events: webhook,
    wechatPay,
    simulation,
  };
}

export async function signerOf({ entitlements }: Config): Promise<EntitlementSigner | null> {
  if (!entitlements) return null;
  const { audience, ...options } = entitlements;
  return createEntitlementSigner({ ...options, ...(audience !== null && { audience }) });
}

function webhookOf({ webhook }: Config): (Notifier & EventSink) | null {
  return webhook && createWebhookNotifier({ ...webhook, clock, allowLocalHttp: true });
}

/** Where nobody is told, the log says at least that somebody should have been. */
function loggingNotifier(log: Log): Notifier {
  return {
    send({ installationId, kind }) {
      log.warn('notice-unsent', { installation: installationId, kind });
      return Promise.resolve();
    },
  };
}

function weChatPayOf(
  settings: WeChatPayConfig,
  { server }: Config,
  store: ServerStore,
  log: Log,
): WeChatPay {
  const { publicUrl, publicKey, certificates, appSecret, openids } = settings;
  const origins = [new URL(publicUrl).origin, ...(server.CORS_ORIGINS ?? [])];
  return createWeChatPay({
    mchid: settings.merchantId,
    appid: settings.appId,
    merchantKey: settings.privateKey,
    merchantSerial: settings.serial,
    apiV3Key: settings.apiV3Key,
    platformKeys: [
      ...(publicKey ? [{ id: publicKey.id, pem: publicKey.key }] : []),
      ...certificates.map((pem) => ({ pem })),
    ],
    notifyUrl: publicUrl + NOTIFICATION_PATH,
    clock,
    log,
    payerAddress,
    ...(openids && { platformApp: askedOpenids(openids) }),
    ...(appSecret !== null && {
      payers: payersIn(store),
      authorization: {
        appSecret,
        callbackUrl: publicUrl + AUTHORIZATION_PATH,
        returnOrigins: origins,
      },
    }),
  });
}

/** Known to every process, so that a payer who comes back to another one is not asked again. */
function payersIn(store: ServerStore): Payers {
  const notesOf = ({ installationId }: Payer) =>
    notesIn<string>(store, roomOfPeople(installationId));
  const nameOf = ({ payerId }: Payer): string => `openid:${payerId}`;
  return {
    openid: (payer) => notesOf(payer).get(nameOf(payer)),
    put: (payer, openid) => notesOf(payer).put(nameOf(payer), openid),
  };
}
