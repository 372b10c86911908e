import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createEventReader } from '../../../src/backends/http/event-stream.js';

const read = (...pieces: string[]) => pieces.flatMap(createEventReader());

describe('reading server-sent events', () => {
  test('takes type, data, id and retry', () => {
    expect(read('event: change\nid: 7\nretry: 50\ndata: {"a":1}\n\n')).toEqual([
      { type: 'change', id: '7', retry: 50, data: '{"a":1}' },
    ]);
  });

  test('joins lines of data, and takes one space off each value', () => {
    expect(read('data:a\ndata:  b\ndata\n\n')).toEqual([{ type: 'message', data: 'a\n b\n' }]);
  });

  test('ignores comments, unknown fields and senseless values', () => {
    expect(read(': ping\nfoo: bar\nretry: soon\nid: \u0000\ndata: x\n\n')).toEqual([
      { type: 'message', data: 'x' },
    ]);
  });

  test('gives an event only when its blank line has come', () => {
    const reader = createEventReader();
    expect(reader('data: x\n')).toEqual([]);
    expect(reader('\n')).toEqual([{ type: 'message', data: 'x' }]);
    expect(reader('\n\n')).toEqual([]);
  });

  test.each(['\n', '\r\n', '\r'])('takes lines that end with %j', (end) => {
    const text = ['event: a', 'data: 1', '', 'data: 2', '', ''].join(end);
    expect(read(text, 'x')).toEqual([
      { type: 'a', data: '1' },
      { type: 'message', data: '2' },
    ]);
  });

  test('is the same however the text is cut', () => {
    const lines = fc.array(
      fc.constantFrom('data: a', 'data:b: c', 'event: change', 'id: 1', ': x', '', '', 'retry: 9'),
    );
    fc.assert(
      fc.property(
        lines,
        fc.constantFrom('\n', '\r\n'),
        fc.array(fc.nat({ max: 80 })),
        (rows, end, cuts) => {
          const text = [...rows, '', ''].join(end);
          const places = [0, ...cuts.filter((cut) => cut < text.length), text.length].sort(
            (a, b) => a - b,
          );
          const pieces = places.slice(1).map((place, index) => text.slice(places[index], place));
          expect(read(...pieces)).toEqual(read(text));
        },
      ),
      { numRuns: 1000 },
    );
  });

  test('gives up on an event without an end', () => {
    const reader = createEventReader();
    expect(() => {
      for (let piece = 0; piece < 1_000; piece += 1) reader('data: '.padEnd(200, 'x'));
    }).toThrow(RangeError);
    const lines = createEventReader();
    expect(() => {
      for (let piece = 0; piece < 1_000; piece += 1) lines('data: '.padEnd(200, 'x') + '\n');
    }).toThrow(RangeError);
  });
});
