/** Values that come again and again, each kept once. */
export class Interned<Value> {
  readonly values: Value[] = [];
  readonly #places = new Map<string, number>();

  /** Where the value stands. */
  add(value: Value): number {
    const text = JSON.stringify(value);
    const known = this.#places.get(text);
    if (known !== undefined) return known;
    this.#places.set(text, this.values.length);
    return this.values.push(value) - 1;
  }
}
