/** Who pays. Companies name their people each for itself, so the same id at another installation is somebody else. */
export interface Payer {
  installationId: string;
  /** The user id of the session. */
  payerId: string;
}

/** Who pays with which wallet: people's openid at the merchant's official account. */
export interface Payers {
  /** @returns null while it is not known */
  openid(payer: Payer): Promise<string | null>;
  /** Keeps what the authorisation told. */
  put(payer: Payer, openid: string): Promise<void>;
}

/** How many payers are remembered; the ones heard of longest ago are asked for their wallet once more. */
const MOST_PAYERS = 10_000;

/** Remembers payers in this process. Where several run, or the host knows its people's openid, give a store of the host's instead. */
export function createMemoryPayers(): Payers {
  const known = new Map<string, string>();
  return {
    openid: (payer) => Promise.resolve(known.get(nameOf(payer)) ?? null),
    put(payer, openid) {
      const name = nameOf(payer);
      known.delete(name);
      known.set(name, openid);
      const [oldest] = known.keys();
      if (known.size > MOST_PAYERS && oldest !== undefined) known.delete(oldest);
      return Promise.resolve();
    },
  };
}

function nameOf({ installationId, payerId }: Payer): string {
  return JSON.stringify([installationId, payerId]);
}
