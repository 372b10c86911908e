import type { Cycle, OrderKind } from '../../domain/index.js';
import type { ElementStrings, Formatter } from '../types.js';

/** Texts of the part of `<pricing-editor>` that shows what a draft means. */
export interface PricingPreviewStrings extends ElementStrings {
  preview: {
    legend: string;
    /** What a screen reader hears instead of the picture. */
    summary(from: string, to: string, low: string, high: string): string;
    nothing: string;
    draft: string;
    published(version: number): string;
    cap: string;
    seatsAxis: string;
    table: string;
    columns: { seats: string; from: string; to: string; perSeat: string; published: string };
    range(from: string, to: string): string;
    notSold: string;
  };
  plot: {
    /** How the picture is used with keys. */
    keys: string;
    /** What the chosen seats cost, and each of them. */
    at(seats: string, cycles: string, amount: string, perSeat: string): string;
    /** The same seats by the version in force. */
    publishedAt(version: number, amount: string): string;
    notSold(seats: string): string;
    /** What happens at the chosen seats. */
    jump(before: string, amount: string): string;
    bend: string;
    first: string;
    last: string;
    warned(numbers: string): string;
    closed: string;
    mark: string;
    dots: string;
    range: { legend: string; places: string; limits: string; near: string; all: string };
    perSeat: string;
    /** Over the axis, in the place of the price of the order. */
    perSeatAxis: string;
    lengths: string;
    /** What a line of another length is called. */
    length(cycles: string): string;
  };
  sample: {
    legend: string;
    seats: string;
    cycles: string;
    fewerSeats: string;
    moreSeats: string;
    shorter: string;
    longer: string;
    none: string;
    announce(seats: string, cycles: string, amount: string): string;
    kindLegend: string;
    kinds: Record<OrderKind, string>;
    holdingLegend: string;
    holdings: { none: string; trial: string; paid: string };
    trial: string;
    coTerm: string;
    /** The price of seats that keep the end, for the live region. */
    announceSameEnd(seats: string, amount: string): string;
    segments: string;
    row(place: string): string;
    columns: { seats: string; startsOn: string; cycles: string; value: string };
    /** What screen readers call the fields of a row. */
    seatsOf(place: string): string;
    startsOnOf(place: string): string;
    cyclesOf(place: string): string;
    cycleOf(place: string): string;
    valueOf(place: string): string;
    removeOf(place: string): string;
    units: Record<Cycle, string>;
    /** What blank fields mean. */
    blanks: string;
    add: string;
    added(place: string): string;
    removed(place: string): string;
    faults: { notAmount: string; notDate: string; range(max: string): string };
    span(from: string, to: string): string;
    estimate: string;
    forfeited(amount: string): string;
    earlier(days: string): string;
  };
  cases: {
    legend: string;
    label: string;
    help: string;
    incomparable: string;
    columns: { seats: string; cycles: string; before: string; after: string; change: string };
    version(version: number): string;
    dearer(amount: string): string;
    cheaper(amount: string): string;
    dearerBy(amount: string, percent: string): string;
    cheaperBy(amount: string, percent: string): string;
    same: string;
    opened: string;
    shut: string;
    neither: string;
  };
  warnings: {
    /** The number that stands for a warning on the picture. */
    number(number: number, format: Formatter): string;
    shown(seats: string, cycles: string): string;
  };
}
