import { DAY_MS, type Instant } from '../../domain/instant.js';

/** The instant at which a day begins in a time zone. `day` is `2026-11-22`; null when it is none. */
export function startOfDay(day: string, timeZone: string | undefined): Instant | null {
  return instantAt(day, '00:00', timeZone);
}

/** The instant at which clocks in a time zone show a day and a time, `09:05`; null when these are none. */
export function instantAt(day: string, time: string, timeZone: string | undefined): Instant | null {
  const wall = Date.parse(`${day}T${time}:00.000Z`);
  if (!/^\d{4}-\d\d-\d\d$/.test(day) || Number.isNaN(wall)) return null;
  // Once from where the clock would be without an offset, once more where that crossed a change of the clocks.
  const near = wall - offsetAt(wall, timeZone);
  return new Date(wall - offsetAt(near, timeZone)).toISOString();
}

/** The day after, as the exclusive end of a span of whole days. */
export function endOfDay(day: string, timeZone: string | undefined): Instant | null {
  const wall = Date.parse(`${day}T00:00:00.000Z`);
  if (Number.isNaN(wall)) return null;
  return startOfDay(new Date(wall + DAY_MS).toISOString().slice(0, 10), timeZone);
}

/** The day that an instant falls on in a time zone, as a date field takes it. */
export function dayOf(instant: Instant, timeZone: string | undefined): string {
  const at = Date.parse(instant);
  return new Date(at + offsetAt(at, timeZone)).toISOString().slice(0, 10);
}

/** The last day of a span that ends, exclusively, at an instant. */
export function lastDayOf(end: Instant, timeZone: string | undefined): string {
  return dayOf(new Date(Date.parse(end) - 1).toISOString(), timeZone);
}

/** Prints instants as `2026-11-22 09:05:00`, as clocks in the zone show them. */
export function wallClock(timeZone: string): (instant: Instant) => string {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'iso8601',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  return (instant) => {
    const parts = format.formatToParts(Date.parse(instant));
    const field = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
    const day = [field('year').padStart(4, '0'), field('month'), field('day')].join('-');
    return `${day} ${[field('hour'), field('minute'), field('second')].join(':')}`;
  };
}

/** By how much clocks in the zone are ahead of UTC at a time, in ms. */
function offsetAt(time: number, timeZone: string | undefined): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(time);
  const field = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  const wall = Date.UTC(
    field('year'),
    field('month') - 1,
    field('day'),
    field('hour'),
    field('minute'),
    field('second'),
  );
  return wall - Math.floor(time / 1000) * 1000;
}
