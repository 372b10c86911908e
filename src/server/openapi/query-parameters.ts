import type { JsonSchema } from '../../schemas/index.js';

/** One parameter of an operation, in the query. */
export interface QueryParameter {
  name: string;
  in: 'query';
  required: boolean;
  schema: JsonSchema;
}

/**
 * The members of an input as they stand in the address of a GET: inner ones as `sort.by`, lists repeated.
 *
 * @param schema an object, or one of several objects
 * @param resolve what a reference points to
 */
export function queryParameters(
  schema: JsonSchema,
  resolve: (schema: JsonSchema) => JsonSchema,
): QueryParameter[] {
  const { anyOf } = resolve(schema);
  const shapes = (anyOf ?? [schema]).map(resolve);
  const found = new Map<string, JsonSchema[]>();
  for (const shape of shapes) {
    for (const [name, member] of flat(shape, resolve)) {
      found.set(name, [...(found.get(name) ?? []), member]);
    }
  }
  return [...found].map(([name, members]) => ({
    name,
    in: 'query',
    required: shapes.every(({ required = [] }) => required.includes(name)),
    schema: eitherOf(members),
  }));
}

function flat(
  { properties = {} }: JsonSchema,
  resolve: (schema: JsonSchema) => JsonSchema,
): [string, JsonSchema][] {
  return Object.entries(properties).flatMap(([name, member]): [string, JsonSchema][] => {
    const inner = resolve(member);
    if (inner.type !== 'object') return [[name, member]];
    return flat(inner, resolve).map(([own, schema]) => [`${name}.${own}`, schema]);
  });
}

function eitherOf(members: readonly JsonSchema[]): JsonSchema {
  const [first = {}] = members;
  const different = new Map(members.map((member) => [JSON.stringify(member), member]));
  if (different.size === 1) return first;
  const words = members.map((member) => member.const);
  if (words.every((word) => word !== undefined)) return { type: 'string', enum: words };
  return { anyOf: [...different.values()] };
}
