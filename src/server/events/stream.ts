/** One `text/event-stream` on its way to a page. */
export interface Stream {
  body: ReadableStream<Uint8Array>;
  /** Ends it instead when what was sent before has not been read: the page comes back and resumes. */
  send(text: string): void;
  /** Shows that the line is alive. */
  comment(): void;
  end(): void;
}

/** What waits at most for a page that reads slowly, in bytes: some five hundred changes. */
const MOST_WAITING = 64 * 1024;

/** @param onEnd called once, whichever side ends it */
export function createStream(onEnd: () => void): Stream {
  const encoder = new TextEncoder();
  let controller: ReadableStreamDefaultController<Uint8Array> | null = null;
  const body = new ReadableStream<Uint8Array>(
    {
      start(own) {
        controller = own;
      },
      cancel: finish,
    },
    new ByteLengthQueuingStrategy({ highWaterMark: MOST_WAITING }),
  );

  function finish(): void {
    if (!controller) return;
    controller = null;
    onEnd();
  }

  function end(): void {
    controller?.close();
    finish();
  }

  const send = (text: string): void => {
    if (!controller) return;
    const bytes = encoder.encode(text);
    if ((controller.desiredSize ?? 0) < bytes.byteLength) end();
    else controller.enqueue(bytes);
  };

  return { body, send, comment: () => send(':\n\n'), end };
}
