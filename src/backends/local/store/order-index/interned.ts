/** Values that come again and again, each kept once. */
export class Interned<Value> {
  readonly values: Value[] = [];
  readonly #places = new Map<string, number[]>();

  /**
   * @param keyOf the same text for equal values, and seldom for others
   * @param equal whether two values with the same key are the same
   */
  constructor(
    private readonly keyOf: (value: Value) => string,
    private readonly equal: (a: Value, b: Value) => boolean,
  ) {}

  /** Where the value stands in `values`. */
  add(value: Value): number {
    const key = this.keyOf(value);
    const places = this.#places.get(key) ?? [];
    for (const place of places) {
      const known = this.values[place];
      if (known !== undefined && this.equal(known, value)) return place;
    }
    const place = this.values.push(value) - 1;
    this.#places.set(key, [...places, place]);
    return place;
  }
}
