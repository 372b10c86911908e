import { DAY_MS } from '../../domain/instant.js';

const HALF_DAY_MS = DAY_MS / 2;

/** When the day of `now` is over where the viewer is; both in milliseconds. Days with a change of the clocks have 23 or 25 hours. */
export function nextMidnight(now: number, timeZone: string | undefined): number {
  const clock = new Intl.DateTimeFormat('en', {
    timeZone,
    hourCycle: 'h23',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const read = (at: number) => {
    const parts = clock.formatToParts(at);
    const of = (type: string) => Number(parts.find((part) => part.type === type)?.value);
    const seconds = (of('hour') * 60 + of('minute')) * 60 + of('second');
    return { day: of('day'), passed: seconds * 1000 + (at % 1000) };
  };
  const today = read(now);
  const guess = now + DAY_MS - today.passed;
  const { passed } = read(guess);
  const exact = passed > HALF_DAY_MS ? guess + DAY_MS - passed : guess - passed;
  // Where clocks go forward at midnight there is none.
  return read(exact).day === today.day ? guess : exact;
}
