/** What a log entry may say: short facts, never names, texts, tokens or amounts. */
export type LogFields = Readonly<Record<string, string | number | boolean | null>>;

/** Where the server tells what it does, for whoever runs it. */
export interface Log {
  info(event: string, fields?: LogFields): void;
  /** Something that heals by itself. */
  warn(event: string, fields?: LogFields): void;
  /** Something that somebody should look at. */
  error(event: string, fields?: LogFields): void;
}

/** Writes each entry as one line of JSON: `{"time":…,"level":…,"event":…,…}`. */
export function jsonLog(stream: { write(line: string): unknown }): Log {
  const write = (level: keyof Log) => (event: string, fields?: LogFields) => {
    const entry = { time: new Date().toISOString(), level, event, ...fields };
    stream.write(`${JSON.stringify(entry)}\n`);
  };
  return { info: write('info'), warn: write('warn'), error: write('error') };
}

/** Says nothing. */
export const SILENT: Log = {
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

/**
 * An error as a log may have it: its kind and where it came from. What it says is left out, because messages quote what people sent.
 */
export function errorFields(error: unknown): LogFields {
  if (!(error instanceof Error)) return { error: typeof error };
  const { name, stack = '', cause } = error;
  const code: unknown = 'code' in error ? error.code : undefined;
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line));
  return {
    error: name,
    ...(typeof code === 'string' && { code }),
    ...(frames.length > 0 && {
      at: frames
        .slice(0, 8)
        .map((line) => line.trim())
        .join(' '),
    }),
    ...(cause instanceof Error && { cause: cause.name }),
  };
}
