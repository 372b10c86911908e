import { AsyncLocalStorage } from 'node:async_hooks';

const addresses = new AsyncLocalStorage<string>();

/**
 * Runs what a request asks for, knowing which address it came from: WeChat Pay wants it for an H5 payment, and compares it with the one the
 * wallet comes from. Behind a balancer it is for the host to know which header to believe.
 */
export function withPayerAddress<Result>(address: string, work: () => Result): Result {
  return addresses.run(address, work);
}

/** The address of the request that is being answered; null where nobody said. */
export function payerAddress(): string | null {
  return addresses.getStore() ?? null;
}
