/** Who pays with which wallet: people's openid at the merchant's official account. */
export interface Payers {
  /** @param payerId the user id of the session. @returns null while it is not known */
  openid(payerId: string): Promise<string | null>;
  /** Keeps what the authorisation told. */
  put(payerId: string, openid: string): Promise<void>;
}

/** How many payers are remembered; the ones heard of longest ago are asked for their wallet once more. */
const MOST_PAYERS = 10_000;

/** Remembers payers in this process. Where several run, or the host knows its people's openid, give a store of the host's instead. */
export function createMemoryPayers(): Payers {
  const known = new Map<string, string>();
  return {
    openid: (payerId) => Promise.resolve(known.get(payerId) ?? null),
    put(payerId, openid) {
      known.delete(payerId);
      known.set(payerId, openid);
      const [oldest] = known.keys();
      if (known.size > MOST_PAYERS && oldest !== undefined) known.delete(oldest);
      return Promise.resolve();
    },
  };
}
