import type { CreateOrderInput } from '../../contract/index.js';
import type { Quote } from '../../domain/index.js';
import { newKey } from '../../ui/idempotency-key.js';

/** What is asked for, before it has a key. */
export type OrderDraft = Omit<CreateOrderInput, 'key'>;

interface Remembered {
  essence: string;
  at: number;
  input: CreateOrderInput;
}

/** How long a try may be taken up again: long after it, the same order is a new wish. */
const MEMORY_MS = 3_600_000;

/**
 * The try to order under way, whole and with its key: whoever tries again, also after a reload or in another tab, sends the very same, so that one
 * wish never makes two orders. Where storage is blocked it lasts as long as the page.
 */
export class OrderAttempt {
  #remembered: Remembered | null = null;

  /** The input to send: the one sent before for the same wish at the same price, else a new one. */
  inputFor(installationId: string, draft: OrderDraft): CreateOrderInput {
    const name = storageName(installationId);
    const essence = JSON.stringify([installationId, essenceOf(draft)]);
    const before = [this.#remembered, read(name)].find((each) => each?.essence === essence);
    if (before && Math.abs(Date.now() - before.at) < MEMORY_MS) {
      this.#remembered = before;
    } else {
      this.#remembered = { essence, at: Date.now(), input: { ...draft, key: newKey() } };
      write(name, JSON.stringify(this.#remembered));
    }
    return this.#remembered.input;
  }

  /** The try has ended: there is an order, or the key is of no use. */
  clear(installationId: string): void {
    this.#remembered = null;
    write(storageName(installationId), null);
  }
}

/** What makes a price the same price: all of it but the estimated times (SPEC §5). */
function essenceOf({ quote, ...rest }: OrderDraft): unknown {
  const { startsAt: _startsAt, endsAt: _endsAt, ...price }: Quote = quote;
  return { ...rest, price };
}

function storageName(installationId: string): string {
  return `seatkit:order:${installationId}`;
}

function read(name: string): Remembered | null {
  try {
    const stored = JSON.parse(localStorage.getItem(name) ?? 'null') as Partial<Remembered> | null;
    const whole =
      typeof stored?.essence === 'string' &&
      typeof stored.at === 'number' &&
      typeof stored.input?.key === 'string';
    return whole ? (stored as Remembered) : null;
  } catch {
    return null;
  }
}

function write(name: string, text: string | null): void {
  try {
    if (text === null) localStorage.removeItem(name);
    else localStorage.setItem(name, text);
  } catch {
    // Blocked or full: the attempt lives in memory.
  }
}
