/** Something that does not come from WeChat Pay, or says what cannot be. Nothing in it is taken for true. */
export class NotBelievedError extends Error {
  override readonly name = 'NotBelievedError';

  /** @param code what was wrong, for a log: never what was said */
  constructor(
    readonly code: 'bad-signature' | 'bad-content',
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
