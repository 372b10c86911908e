/** A failure as people read it: what happened, that nothing was lost, what to do. */
export interface ErrorText {
  title: string;
  text: string;
  /** The person's next step. */
  next: string;
}

/** What stands in the place of content that is not there; without a next step where there is none. */
export type StateText = Omit<ErrorText, 'next'> & Partial<ErrorText>;

/** Texts that every element needs. */
export interface BaseStrings {
  loading: string;
  retry: string;
  close: string;
  cancel: string;
  copy: string;
  copied: string;
  /** Beside the label of a field that may stay empty. */
  optional: string;
  /** No backend was given. */
  noBackend: ErrorText;
  /** No installation was named. */
  noInstallation: ErrorText;
  /** Something could not be loaded. */
  loadFailed: ErrorText;
  /** What is shown may be out of date, because asking again failed. */
  stale: string;
}
