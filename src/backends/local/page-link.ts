import type { GatewayControls, PayOutcome } from './gateway/controls.js';
import { readLink } from './gateway/links.js';
import type { PayLinkAnswer } from './simulation.js';
import { openTabChannel } from './tab-channel.js';
import { unref } from './wake.js';

/** Tabs ask each other who knows a payment: a store in memory is known to its own tab alone. */
type Message =
  | { type: 'pay'; ask: string; number: string }
  | { type: 'answer'; ask: string; outcome: PayOutcome };

/** How long another tab may take to answer. */
const ANSWER_WITHIN_MS = 3000;

export interface PageLink {
  onAnswer(listener: (answer: PayLinkAnswer) => void): () => void;
  close(): void;
}

/** Follows the links of the simulation that this page is opened with, and answers those that other tabs are opened with. */
export function followPageLink(gateway: GatewayControls, token: () => string): PageLink {
  const listeners = new Set<(answer: PayLinkAnswer) => void>();
  const asked = new Map<string, (outcome: PayOutcome) => void>();
  let last: PayLinkAnswer | null = null;
  const channel = openTabChannel<Message>('seatkit:pay', (message) => void hear(message));

  async function hear(message: Message): Promise<void> {
    if (message.type === 'answer') {
      asked.get(message.ask)?.(message.outcome);
      return;
    }
    const outcome = await gateway.pay(message.number);
    if (outcome !== 'unknown') channel.post({ type: 'answer', ask: message.ask, outcome });
  }

  function payElsewhere(number: string): Promise<PayOutcome> {
    const ask = token();
    return new Promise((resolve) => {
      const settle = (outcome: PayOutcome): void => {
        asked.delete(ask);
        clearTimeout(timer);
        resolve(outcome);
      };
      const timer = setTimeout(() => settle('unknown'), ANSWER_WITHIN_MS);
      unref(timer);
      asked.set(ask, settle);
      channel.post({ type: 'pay', ask, number });
    });
  }

  async function pay(number: string): Promise<void> {
    const here = await gateway.pay(number);
    const outcome = here === 'unknown' ? await payElsewhere(number) : here;
    last = { number, outcome };
    for (const listener of [...listeners]) listener(last);
  }

  async function follow(): Promise<void> {
    const link = readLink(location.hash);
    if (!link) return;
    // Once: a reload must not pay again.
    history.replaceState(history.state, '', location.pathname + location.search);
    if (link.type === 'pay') await pay(link.number);
    else await gateway.authorize(link.payerId);
  }

  /** A store that does not open is said by every call of the page; the link stays without an answer. */
  const onHash = (): void => void follow().catch(() => undefined);
  const inPage = typeof location !== 'undefined' && typeof history !== 'undefined';
  if (inPage) {
    addEventListener('hashchange', onHash);
    onHash();
  }

  return {
    onAnswer(listener) {
      listeners.add(listener);
      if (last) listener(last);
      return () => void listeners.delete(listener);
    },
    close() {
      if (inPage) removeEventListener('hashchange', onHash);
      listeners.clear();
      channel.close();
    },
  };
}
