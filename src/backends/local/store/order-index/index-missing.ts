/** A list cannot be made before the index it needs is there; what was begun is begun again afterwards. */
export class IndexMissing extends Error {
  constructor(readonly prepare: () => Promise<void>) {
    super('the index of the orders is not there yet');
  }
}

/**
 * Runs a transaction, and once more from the start whenever it met an index that had to be made first: outside, since making one takes
 * many turns of the page, and a transaction waits for nothing but its store.
 */
export async function whenIndexed<Result>(transaction: () => Promise<Result>): Promise<Result> {
  for (;;) {
    try {
      return await transaction();
    } catch (error) {
      if (!(error instanceof IndexMissing)) throw error;
      await error.prepare();
    }
  }
}
