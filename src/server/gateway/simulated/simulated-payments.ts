import type { Instant, PaymentMethod } from '../../../domain/index.js';

/** A payment as the simulated gateway knows it. Plain JSON. */
export interface SimulatedPayment {
  number: string;
  method: PaymentMethod;
  description: string;
  /** Minor units. */
  amount: number;
  currency: string;
  returnUrl: string | null;
  expiresAt: Instant;
  state: 'open' | 'created' | 'processing' | 'bank-accepted' | 'succeeded' | 'closed' | 'revoked';
  /** null until the money arrived. */
  succeededAt: Instant | null;
}

/** Where the simulated gateway keeps its payments; one for all processes that simulate together. */
export interface SimulatedPayments {
  /** null where there is none. */
  get(number: string): Promise<SimulatedPayment | null>;
  /** Inserts or replaces. */
  put(payment: SimulatedPayment): Promise<void>;
}

/** Keeps them in this process alone. */
export function createMemoryPayments(): SimulatedPayments {
  const payments = new Map<string, SimulatedPayment>();
  return {
    get: (number) => Promise.resolve(payments.get(number) ?? null),
    put(payment) {
      payments.set(payment.number, { ...payment });
      return Promise.resolve();
    },
  };
}
