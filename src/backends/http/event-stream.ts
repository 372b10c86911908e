/** One event of a `text/event-stream`, or a bare `id` or `retry`. */
export interface StreamEvent {
  /** `message` where the stream names none. */
  type: string;
  /** Empty for an event that only moves the id. */
  data: string;
  /** Where to resume, when the event says so. */
  id?: string;
  /** Milliseconds to wait before connecting again, when the event says so. */
  retry?: number;
}

/** A longer event is none of ours; without a bound it would fill the memory. In characters. */
const LONGEST_EVENT = 100_000;

/**
 * Reads server-sent events out of text that arrives in pieces, cut anywhere.
 * @returns a function that takes the next piece and gives the events it completes; it throws a RangeError on an endless event
 */
export function createEventReader(): (text: string) => StreamEvent[] {
  let rest = '';
  let lines: string[] = [];
  return (text) => {
    const events: StreamEvent[] = [];
    // A last CR may be half of a CRLF, so it waits for the next piece.
    const whole = /^[^]*(?:\n|\r(?!$))/.exec(rest + text)?.[0] ?? '';
    rest = (rest + text).slice(whole.length);
    for (const line of whole.split(/\r\n|\n|\r/).slice(0, -1)) {
      if (line !== '') {
        lines.push(line);
        continue;
      }
      if (lines.length > 0) events.push(eventOf(lines));
      lines = [];
    }
    const held = lines.reduce((sum, line) => sum + line.length, rest.length);
    if (held > LONGEST_EVENT) throw new RangeError('Endless event in a stream');
    return events;
  };
}

function eventOf(lines: readonly string[]): StreamEvent {
  const event: StreamEvent = { type: 'message', data: '' };
  const data: string[] = [];
  for (const line of lines) {
    const [, field = '', value = ''] = /^([^:]*)(?:: ?([^]*))?$/.exec(line) ?? [];
    if (field === 'data') data.push(value);
    else if (field === 'event') event.type = value || 'message';
    else if (field === 'id' && /^[ -~]*$/.test(value)) event.id = value;
    else if (field === 'retry' && /^\d{1,9}$/.test(value)) event.retry = Number(value);
  }
  event.data = data.join('\n');
  return event;
}
