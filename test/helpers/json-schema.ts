import type { JsonSchema } from '../../src/schemas/index.js';

/** What of a value does not fit a schema, each fault with its path; empty when it fits. */
export function faultsOf(
  value: unknown,
  schema: JsonSchema,
  components: Readonly<Record<string, JsonSchema>>,
  path = '',
): string[] {
  const { $ref, type, properties = {}, required = [], items, anyOf, pattern, minimum } = schema;
  const check = (inner: unknown, against: JsonSchema, at: string): string[] =>
    faultsOf(inner, against, components, at);
  if ($ref !== undefined) {
    const component = components[$ref.replace('#/components/schemas/', '')];
    return component ? check(value, component, path) : [`${path}: ${$ref} points nowhere`];
  }
  if (anyOf) {
    const tries = anyOf.map((each) => check(value, each, path));
    return tries.some((faults) => faults.length === 0) ? [] : nearest(tries);
  }
  const faults: string[] = [];
  const fault = (text: string) => faults.push(`${path}: ${text}`);
  const types = [type ?? []].flat();
  if (types.length > 0 && !types.some((each) => isOfType(value, each)))
    return [`${path}: no ${types.join(' or ')}`];
  if ('const' in schema && value !== schema.const) fault(`not ${String(schema.const)}`);
  if (schema.enum && !schema.enum.includes(value)) fault(`none of ${schema.enum.join(' ')}`);
  if (typeof value === 'number' && typeof minimum === 'number' && value < minimum) fault('too low');
  if (typeof value === 'string' && typeof pattern === 'string' && !new RegExp(pattern).test(value))
    fault(`not like ${pattern}`);
  if (Array.isArray(value)) {
    if (items)
      value.forEach((each, index) => faults.push(...check(each, items, `${path}[${index}]`)));
  } else if (typeof value === 'object' && value !== null) {
    const members = new Map(Object.entries(value));
    for (const name of required) if (!members.has(name)) fault(`lacks ${name}`);
    for (const [name, member] of members) {
      const known = properties[name];
      const { additionalProperties } = schema;
      if (known) faults.push(...check(member, known, `${path}.${name}`));
      else if (typeof additionalProperties === 'object')
        faults.push(...check(member, additionalProperties, `${path}.${name}`));
      // Stricter than the schema: what no schema names is nothing that should leave the server.
      else if (schema.properties) fault(`has ${name} too`);
    }
  }
  return faults;
}

function nearest(tries: readonly string[][]): string[] {
  return tries.toSorted((a, b) => a.length - b.length)[0] ?? [];
}

function isOfType(value: unknown, type: string): boolean {
  switch (type) {
    case 'null':
      return value === null;
    case 'array':
      return Array.isArray(value);
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value);
    case 'integer':
      return Number.isInteger(value);
    default:
      return typeof value === type;
  }
}
