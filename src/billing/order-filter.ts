import type { OrderFilter, OrderSort } from '../contract/index.js';
import { refuse } from './input.js';
import type { OrderPosition, OrderQuery } from './ports.js';

const PAGE = 50;
const LARGEST_PAGE = 200;
const NEWEST_FIRST: OrderSort = { by: 'createdAt', direction: 'descending' };

/** A filter with its defaults, still without whose orders may be seen. */
export type Criteria = Omit<OrderQuery, 'installations' | 'after'> & { installationId?: string };

/** @throws BackendError `invalid` for a page size out of range */
export function readFilter({ text, sort, limit = PAGE, ...filter }: OrderFilter): Criteria {
  if (!Number.isInteger(limit) || limit < 1 || limit > LARGEST_PAGE) {
    refuse('limit', 'out-of-range');
  }
  const wanted = text?.trim().toLowerCase();
  return { ...filter, ...(wanted ? { text: wanted } : {}), sort: sort ?? NEWEST_FIRST, limit };
}

/** Where a page ended, as an opaque text that only continues a list sorted the same way. */
export function writeCursor({ value, id }: OrderPosition, { by, direction }: OrderSort): string {
  return JSON.stringify([by, direction, value, id]);
}

/** @throws BackendError `invalid` when the cursor is none of ours, or from a list sorted otherwise */
export function readCursor(cursor: string, { by, direction }: OrderSort): OrderPosition {
  const parts = parse(cursor);
  if (!Array.isArray(parts) || parts.length !== 4) return refuse('cursor', 'out-of-range');
  const [cursorBy, cursorDirection, value, id] = parts as unknown[];
  const known = typeof value === 'string' || typeof value === 'number';
  if (cursorBy !== by || cursorDirection !== direction || !known || typeof id !== 'string') {
    return refuse('cursor', 'out-of-range');
  }
  return { value, id };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
