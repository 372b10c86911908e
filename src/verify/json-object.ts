/** A JSON object's own members; what a prototype would add is not among them. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Bytes that are a JSON object in UTF-8, and nothing before or after it; null for any others. Of members named twice the last counts. */
export function readJsonObject(bytes: Uint8Array): JsonObject | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return ownMembers(JSON.parse(text));
  } catch {
    return null;
  }
}

/** The own members of an object; null for anything else. */
export function ownMembers(value: unknown): JsonObject | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  return Object.assign(Object.create(null) as object, value) as JsonObject;
}
