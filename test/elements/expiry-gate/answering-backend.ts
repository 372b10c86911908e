import type { BillingBackend, InstallationEntitlement } from '../../../src/contract/index.js';
import { createFakeBackend, type FakeBackend } from '../../helpers/fake-backend.js';
import { INSTALLATION } from './answers.js';

/** A backend whose answer can be changed, told of or not, made to fail, and counted. */
export class AnsweringBackend {
  readonly backend: FakeBackend;
  /** How often it was asked. */
  asked = 0;
  answer: () => Promise<InstallationEntitlement>;

  constructor(answer: InstallationEntitlement, override: Partial<BillingBackend> = {}) {
    this.answer = () => Promise.resolve(answer);
    this.backend = createFakeBackend({
      entitlement: () => {
        this.asked++;
        return this.answer();
      },
      ...override,
    });
  }

  /** From now on this is answered; whoever watches is told. */
  change(answer: InstallationEntitlement): void {
    this.answer = () => Promise.resolve(answer);
    this.tell();
  }

  /** From now on this goes wrong; whoever watches is told that something changed. */
  fail(error: Error): void {
    this.answer = () => Promise.reject(error);
    this.tell();
  }

  tell(): void {
    this.backend.tell({ installationId: INSTALLATION });
  }
}
