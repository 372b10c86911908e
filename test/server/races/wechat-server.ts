import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Instant } from '../../../src/domain/index.js';
import { WeChatPayStandIn, type Fault } from '../gateway/wechat-pay/stand-in.js';
import type { RaceSetup } from './setup.js';

/** WeChat Pay on a port, for servers in processes of their own. */
export class WeChatServer {
  readonly standIn: WeChatPayStandIn;
  /** What goes wrong with a request. */
  mishap: (request: { method: string; path: string }) => Fault['kind'] | null = () => null;
  /** Called for every payment that was placed. */
  onPlaced: (number: string) => void = () => undefined;
  private readonly http: Server;
  private transactions = 0;

  private constructor(now: () => Instant) {
    this.standIn = new WeChatPayStandIn(now);
    this.standIn.refundStatus = 'SUCCESS';
    this.http = createServer((request, response) => {
      this.answer(request, response).catch(() => response.destroy());
    });
  }

  static async start(now: () => Instant): Promise<WeChatServer> {
    const wechat = new WeChatServer(now);
    await new Promise<void>((resolve) => wechat.http.listen(0, '127.0.0.1', resolve));
    return wechat;
  }

  /** What a merchant's server is configured with. Patient, unless told otherwise: the machine may have much else to do. */
  merchant(timeoutMs = 20_000): RaceSetup['wechat'] {
    const { fetch: _fetch, clock: _clock, ...options } = this.standIn.options();
    const { port } = this.http.address() as AddressInfo;
    return { ...options, baseUrl: `http://127.0.0.1:${port}`, timeoutMs };
  }

  /** The payer pays. */
  pay(number: string): void {
    this.standIn.pay(number);
    const order = this.standIn.orders.get(number);
    // One that no other payment has, whatever digits their numbers share.
    if (order) order.transactionId = `4200${String(++this.transactions).padStart(10, '0')}`;
  }

  /** What it tells of a payment. */
  notification(number: string): Promise<Notification> {
    const told = this.standIn.notification('TRANSACTION.SUCCESS', this.standIn.transaction(number));
    return notificationOf(told);
  }

  /** The numbers that payers could pay, or have paid. */
  numbers(...states: string[]): string[] {
    return [...this.standIn.orders].flatMap(([number, { state }]) =>
      states.includes(state) ? [number] : [],
    );
  }

  async close(): Promise<void> {
    this.http.closeAllConnections();
    await new Promise((resolve) => this.http.close(resolve));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = 'GET', url: path = '', headers } = request;
    const body = await text(request);
    const mishap = this.mishap({ method, path });
    if (mishap) this.standIn.fail(mishap);
    const sent = new Headers();
    for (const [name, value] of Object.entries(headers)) sent.set(name, String(value));
    const answer = await this.standIn.options().fetch(`https://api.mch.weixin.qq.com${path}`, {
      ...{ method, headers: sent },
      ...(body !== '' && { body }),
    });
    if (answer.ok && path.startsWith('/v3/pay/transactions/native')) {
      this.onPlaced((JSON.parse(body) as { out_trade_no: string }).out_trade_no);
    }
    response.writeHead(answer.status, Object.fromEntries(answer.headers));
    response.end(await answer.text());
  }
}

/** A notification that can be sent any number of times, to any server. */
export interface Notification {
  headers: Record<string, string>;
  body: string;
}

export async function notificationOf(told: Request): Promise<Notification> {
  return { headers: Object.fromEntries(told.headers), body: await told.text() };
}
