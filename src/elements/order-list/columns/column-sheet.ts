import type { Column } from './column.js';

/** Columns that share a place where each order is two lines, one above the other; and how wide it is. */
type Place = readonly [areas: readonly string[], width: string];

const PLACES: readonly Place[] = [
  [['date', 'kind'], '100px'],
  [['number', 'period'], 'minmax(160px, 1fr)'],
  [['seats'], '56px'],
  [['amount', 'method'], 'minmax(104px, auto)'],
  [['status'], '148px'],
];

const ACTIONS_WIDTH = '164px';
const GAP_PX = 8;
const EDGES_PX = 26;
const TABLE_PX = 820;
/** A place for two columns of the host's. */
const EXTRA_PX = 100;
const LINES_PX = 48;
const LINE_PX = 20;
/** The company and app of an order, below its number. */
const ORIGIN_PX = 16;

const made = new Map<string, CSSStyleSheet>();

/** Where each column stands, for a box of any width. Lists with the same columns share a sheet. */
export function columnSheet(columns: readonly Column[], several: boolean): CSSStyleSheet {
  const areas = columns.map(({ area }) => area);
  const key = [several, ...areas].join(' ');
  const known = made.get(key);
  if (known) return known;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(columnRules(columns, several));
  made.set(key, sheet);
  return sheet;
}

/**
 * Two lines for each order, and one more for so many of the host's columns as fit; two where the host's have room beside the others; one
 * where all have room.
 */
export function columnRules(columns: readonly Column[], several: boolean): string {
  const areas = columns.map(({ area }) => area);
  const places = PLACES.map(([pair, width]): Place => [
    pair.filter((area) => areas.some((shown) => shown === area)),
    width,
  ]).filter(([pair]) => pair.length > 0);
  const lines = twoLines(places);
  const extra = areas.filter((area) => area.startsWith('x'));
  const beside = [...places];
  for (let from = 0; from < extra.length; from += 2) {
    beside.push([extra.slice(from, from + 2), `minmax(${EXTRA_PX}px, 1fr)`]);
  }
  const roomy = TABLE_PX + (beside.length - places.length) * (EXTRA_PX + GAP_PX);
  for (let from = 0; from < extra.length; from += places.length) {
    const some = extra.slice(from, from + places.length);
    // As even as the places above allow.
    const area = (at: number) => some[Math.floor((at * some.length) / places.length)] ?? '.';
    lines.push(places.map((_, at) => area(at)));
  }
  const height = LINES_PX + (several ? ORIGIN_PX : 0);
  const widths = columns.map(({ width: [least, share] }) =>
    share ? `minmax(${least}px, ${share}fr)` : `${least}px`,
  );
  const least = columns.reduce((sum, { width }) => sum + width[0] + GAP_PX, EDGES_PX - GAP_PX);
  return `
    @container (min-width: ${TABLE_PX}px) {
      .head,
      .row {
        grid-template: ${template(lines, places)};
      }
      ${heightRule('.row', height + (lines.length - 2) * LINE_PX)}
      ${extra.map((area) => `.${area} { grid-area: ${area}; }`).join('\n')}
    }
    @container (min-width: ${roomy}px) {
      .layout:not(.with-panel) :is(.head, .row) {
        grid-template: ${template(twoLines(beside), beside)};
      }
      ${heightRule('.layout:not(.with-panel) .row', height)}
    }
    @container (min-width: ${Math.max(least, TABLE_PX)}px) {
      .layout:not(.with-panel) :is(.head, .row) {
        grid-template: '${areas.join(' ')}' auto / ${widths.join(' ')};
      }
      ${heightRule('.layout:not(.with-panel) .row', height)}
      .layout:not(.with-panel) .row .cell {
        color: inherit;
        font-size: inherit;
      }
      .layout:not(.with-panel) .cell.method {
        padding: 0;
        text-align: start;
      }
    }`;
}

function twoLines(places: readonly Place[]): string[][] {
  return [0, 1].map((line) => places.map(([pair]) => pair[line] ?? pair[0] ?? '.'));
}

function template(lines: readonly string[][], places: readonly Place[]): string {
  const rows = lines.map((line) => `'${line.join(' ')} actions'`).join(' ');
  return `${rows} / ${places.map(([, width]) => width).join(' ')} ${ACTIONS_WIDTH}`;
}

function heightRule(selector: string, height: number): string {
  return `${selector} { height: ${height}px; contain-intrinsic-size: auto ${height}px; }`;
}
