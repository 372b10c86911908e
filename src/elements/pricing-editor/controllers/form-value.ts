import type { Policy } from '../../../domain/index.js';
import type { Draft } from '../draft/draft.js';

/** How a draft stands, for a form around it. */
export interface Standing {
  /** What the browser keeps, to bring back what was typed. */
  draft: Draft;
  /** What is submitted; null submits nothing. */
  policy: Policy | null;
  /** Why it is not valid; blank when it is. */
  problem: string;
  /** It is required, and nobody has begun. */
  missing: boolean;
  /** Where the browser may point to. */
  anchor: () => HTMLElement | null;
}

/** Tells a form around the element its value, whether it is valid, and what to restore it from. */
export class FormValue {
  readonly #internals: ElementInternals | null;
  #last: Standing | undefined;

  constructor(host: HTMLElement) {
    this.#internals = 'attachInternals' in HTMLElement.prototype ? host.attachInternals() : null;
  }

  get form(): HTMLFormElement | null {
    return this.#internals?.form ?? null;
  }

  get validity(): ValidityState | null {
    return this.#internals?.validity ?? null;
  }

  get willValidate(): boolean {
    return this.#internals?.willValidate ?? false;
  }

  get validationMessage(): string {
    return this.#internals?.validationMessage ?? '';
  }

  checkValidity(): boolean {
    return this.#internals?.checkValidity() ?? true;
  }

  reportValidity(): boolean {
    return this.#internals?.reportValidity() ?? true;
  }

  /** Says how the draft stands; nothing is done while it stands as before. */
  report(standing: Standing): void {
    const { draft, policy, problem, missing, anchor } = standing;
    const last = this.#last;
    if (!this.#internals) return;
    if (last?.draft === draft && last.policy === policy && last.problem === problem) return;
    this.#last = standing;
    this.#internals.setFormValue(policy && JSON.stringify(policy), JSON.stringify(draft));
    const flags = missing ? { valueMissing: true } : { customError: true };
    if (problem === '') this.#internals.setValidity({});
    else this.#internals.setValidity(flags, problem, anchor() ?? undefined);
  }
}
