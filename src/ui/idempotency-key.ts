/** A fresh idempotency key: 32 hexadecimal digits. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

interface Attempt {
  key: string;
  fingerprint: string;
}

/**
 * The key of the attempt under way: the same for the same body, also after a reload, so that a person who tries again
 * does not order twice; another for another body. Where storage is blocked it lasts as long as the page.
 */
export class AttemptKeys {
  readonly #name: string;
  #attempt: Attempt | null = null;

  /** @param name tells attempts apart, for example `order:<installation id>` */
  constructor(name: string) {
    this.#name = `seatkit:attempt:${name}`;
  }

  /** The key for an attempt with this body; plain JSON. */
  keyFor(body: unknown): string {
    const fingerprint = JSON.stringify(body);
    const attempt = this.#attempt ?? this.#read();
    if (attempt?.fingerprint === fingerprint) {
      this.#attempt = attempt;
      return attempt.key;
    }
    this.#attempt = { key: newKey(), fingerprint };
    this.#write(JSON.stringify(this.#attempt));
    return this.#attempt.key;
  }

  /** Ends the attempt: it succeeded, or was given up. */
  clear(): void {
    this.#attempt = null;
    this.#write(null);
  }

  #read(): Attempt | null {
    try {
      const stored: unknown = JSON.parse(sessionStorage.getItem(this.#name) ?? 'null');
      return isAttempt(stored) ? stored : null;
    } catch {
      return null;
    }
  }

  #write(text: string | null): void {
    try {
      if (text === null) sessionStorage.removeItem(this.#name);
      else sessionStorage.setItem(this.#name, text);
    } catch {
      // Blocked or full: the key lives in memory.
    }
  }
}

function isAttempt(value: unknown): value is Attempt {
  const { key, fingerprint } = (value ?? {}) as Partial<Record<string, unknown>>;
  return typeof key === 'string' && typeof fingerprint === 'string';
}
