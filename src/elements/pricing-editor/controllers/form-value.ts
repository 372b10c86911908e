/** Tells a form around the element its value, whether it is valid, and what to restore it from. */
export class FormValue {
  readonly #internals: ElementInternals | null;
  #last = '';

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

  /**
   * @param value what is submitted; null submits nothing
   * @param state what the browser keeps to restore the draft from
   * @param problem why it is not valid; blank when it is
   * @param anchor where the browser may point to
   */
  report(value: string | null, state: string, problem: string, anchor: HTMLElement | null): void {
    const report = `${problem}\n${state}`;
    if (!this.#internals || report === this.#last) return;
    this.#last = report;
    this.#internals.setFormValue(value, state);
    if (problem === '') this.#internals.setValidity({});
    else this.#internals.setValidity({ customError: true }, problem, anchor ?? undefined);
  }
}
