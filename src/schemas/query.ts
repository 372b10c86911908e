/** How the input of a GET call stands in its address: `kinds=new&kinds=renew&sort.by=amount&limit=20`. */

/** What text alone does not tell: which names hold numbers, and which hold lists even with one entry. */
export interface QueryTypes {
  numbers: readonly string[];
  lists: readonly string[];
}

type QueryValue = string | number | readonly string[] | object | null | undefined;

/** Writes an input as a query. An empty list is written as one empty value: it asks for nothing, which is not the same as not asking. */
export function toQuery(input: object): URLSearchParams {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(input) as [string, QueryValue][]) {
    if (value === undefined || value === null) continue;
    if (Array.isArray(value)) {
      for (const entry of value.length > 0 ? value : ['']) query.append(name, String(entry));
    } else if (typeof value === 'object') {
      for (const [inner, text] of toQuery(value)) query.append(`${name}.${inner}`, text);
    } else {
      query.append(name, String(value));
    }
  }
  return query;
}

/** Reads a query back into an input, for its schema to judge: what does not read as its type stays text. */
export function fromQuery(query: URLSearchParams, types: QueryTypes): object {
  const input = new Map<string, unknown>();
  const groups = new Map<string, Map<string, unknown>>();
  for (const name of new Set(query.keys())) {
    const value = read(name, query.getAll(name), types);
    const dot = name.indexOf('.');
    if (dot < 0) {
      input.set(name, value);
    } else {
      const group = groups.get(name.slice(0, dot)) ?? new Map<string, unknown>();
      groups.set(name.slice(0, dot), group.set(name.slice(dot + 1), value));
    }
  }
  for (const [name, group] of groups) input.set(name, Object.fromEntries(group));
  return Object.fromEntries(input);
}

function read(name: string, texts: string[], { numbers, lists }: QueryTypes): unknown {
  if (lists.includes(name)) return texts.filter((text) => text !== '');
  const [text = ''] = texts;
  if (texts.length > 1) return texts;
  return numbers.includes(name) && isNumber(text) ? Number(text) : text;
}

function isNumber(text: string): boolean {
  return /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text);
}
