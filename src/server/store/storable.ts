/**
 * A parameter, or each of a list, as both databases can keep it. Neither keeps a zero character in a text (PostgreSQL refuses it, SQLite
 * ends there), and the sign for "unreadable" takes its place, so that such a text names nothing and breaks nothing.
 */
export function storable(parameter: unknown): unknown {
  if (Array.isArray(parameter)) return parameter.map(storable);
  return typeof parameter === 'string' && parameter.includes('\0')
    ? parameter.replaceAll('\0', '\uFFFD')
    : parameter;
}
