import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { JsonSchema } from '../../../src/schemas/index.js';
import { POLICY } from '../../helpers/billing-world.js';
import { createWorld, type ServerWorld } from '../app/server-world.js';
import { createAnswerCheck, type AnswerCheck } from '../openapi/answers.js';
import type { OpenApi, Operation } from '../openapi/open-api.js';

/** Requests of each kind; together with the seed that fast-check prints they can be made again. */
const RUNS = 2000;

const ROLES = ['provider', 'administrator', 'member', 'operator'] as const;

let world: ServerWorld;
let document: OpenApi;
let check: AnswerCheck;
let ids: string[];
let tokens: string[];
let sent = 0;
const statuses = new Map<number, number>();

beforeAll(async () => {
  world = createWorld();
  document = (await (await world.send('/openapi.json')).json()) as OpenApi;
  check = createAnswerCheck(document);
  const installation = await world.newInstallation();
  const everyone = { userId: 'u', userName: 'U', installations: 'all' } as const;
  tokens = ROLES.map((role) => world.welcome({ ...everyone, role, userId: role }));
  const provider = world.server.billing.as({ ...everyone, role: 'provider' });
  await provider.publishPolicy(installation, { policy: POLICY, baseVersion: null });
  await provider.submit(installation);
  await provider.launch(installation);
  const administrator = world.server.billing.as({ ...everyone, role: 'administrator' });
  const request = { kind: 'new', seats: 5, cycles: 1 } as const;
  const quote = await administrator.quote(installation, request);
  const order = await administrator.createOrder(installation, {
    request,
    quote,
    acceptForfeit: false,
    key: 'key-of-the-order',
  });
  ids = [installation, order.id];
});

/** What breaks careless servers. */
const HOSTILE = [
  "'; drop table orders; --",
  '" or 1=1',
  '%',
  '\\',
  '\r\nSet-Cookie: x=1',
  '\u0000',
  '\ud800',
  '../../etc/passwd',
  '%2e%2e%2f',
  '${jndi:ldap://x}',
  '{{7*7}}',
  '<script>alert(1)</script>',
  '__proto__',
  'constructor',
  'x'.repeat(5000),
  '-1',
  '1e400',
  'NaN',
  '2026-02-30T00:00:00.000Z',
  '+275760-09-13T00:00:00.001Z',
  'eyJ2IjoxfQ',
  '💥',
];

const text = fc.oneof(fc.constantFrom(...HOSTILE), fc.string(), fc.string({ unit: 'binary' }));

const rubbish = fc.oneof(
  text,
  fc.integer(),
  fc.double(),
  fc.maxSafeInteger(),
  fc.constantFrom(null, true, false, -0, 1e308, 2 ** 53, -1, 0.1, [], {}, [[[[]]]]),
  fc.jsonValue({ maxDepth: 4 }),
);

/** A value of a schema, with now and then something else in its place. */
function valueOf(schema: JsonSchema, depth = 0): fc.Arbitrary<unknown> {
  const fitting = fittingOf(schema, depth);
  return fc.oneof({ arbitrary: fitting, weight: 12 }, { arbitrary: rubbish, weight: 1 });
}

function fittingOf(schema: JsonSchema, depth: number): fc.Arbitrary<unknown> {
  const { $ref, anyOf, properties, required = [], items } = schema;
  if (depth > 8) return fc.constant(null);
  if ($ref !== undefined) {
    const component = document.components.schemas[$ref.replace('#/components/schemas/', '')]!;
    return fittingOf(component, depth + 1);
  }
  if (anyOf) return fc.oneof(...anyOf.map((each) => fittingOf(each, depth + 1)));
  if ('const' in schema) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (properties) {
    const members = Object.entries(properties).map(
      ([name, member]) => [name, valueOf(member, depth + 1)] as const,
    );
    const known = fc.record(Object.fromEntries(members), { requiredKeys: [...required] });
    const extra = fc
      .tuple(known, text, rubbish)
      .map(([given, key, value]) => ({ ...given, [key]: value }));
    return fc.oneof({ arbitrary: known, weight: 15 }, { arbitrary: extra, weight: 1 });
  }
  if (items) return fc.array(valueOf(items, depth + 1), { maxLength: 4 });
  if (schema.format === 'date-time')
    return fc
      .date({ noInvalidDate: true, min: new Date(0), max: new Date(4e12) })
      .map((date) => date.toISOString());
  switch ([schema.type].flat()[0]) {
    case 'integer':
      return fc.oneof(fc.nat(50), fc.maxSafeInteger());
    case 'number':
      return fc.oneof(fc.nat(50), fc.double());
    case 'boolean':
      return fc.boolean();
    case 'string':
      return fc.oneof(fc.constantFrom('CNY', 'a text', 'A1'), text);
    default:
      return rubbish;
  }
}

interface Shot {
  method: string;
  path: string;
  as: string | undefined;
  headers: [string, string][];
  body: string | undefined;
}

/** A request of an operation, more or less as the document has it. */
function shotOf(path: string, method: string, operation: Operation): fc.Arbitrary<Shot> {
  const { parameters = [], requestBody, description = '' } = operation;
  const allowed = tokens.filter((_, index) => description.includes(ROLES[index]!));
  const schema = requestBody?.content['application/json']?.schema;
  const query = parameters
    .filter((each) => each.in === 'query')
    .map((each) =>
      fc
        .option(valueOf(each.schema), { nil: undefined, freq: each.required ? 20 : 2 })
        .map((value): [string, unknown][] =>
          value === undefined
            ? []
            : [value].flat(3).map((one): [string, unknown] => [each.name, one]),
        ),
    );
  return fc.record({
    method: fc.oneof(
      { arbitrary: fc.constant(method.toUpperCase()), weight: 20 },
      { arbitrary: fc.constantFrom('PUT', 'HEAD', 'OPTIONS', 'BREW'), weight: 1 },
    ),
    path: fc
      .tuple(
        fc.oneof(
          { arbitrary: fc.nat(1).map((which) => ids[which]!), weight: 6 },
          { arbitrary: text, weight: 1 },
        ),
        fc.tuple(...query),
        fc.option(fc.tuple(text, text), { nil: undefined, freq: 10 }),
      )
      .map(([id, pairs, extra]) => {
        const place = path.replace('{id}', () => encode(id));
        const given = [...pairs.flat(), ...(extra ? [extra] : [])];
        const search = given
          .map(([name, value]) => `${encode(name)}=${encode(String(value))}`)
          .join('&');
        return search === '' ? place : `${place}?${search}`;
      }),
    as: fc.oneof(
      { arbitrary: fc.constantFrom(...(allowed.length > 0 ? allowed : tokens)), weight: 20 },
      { arbitrary: fc.constantFrom(...tokens), weight: 3 },
      { arbitrary: fc.constantFrom(undefined, 'nobody', 'a.b.c', 'x'.repeat(9000)), weight: 1 },
    ),
    headers: fc
      .tuple(
        fc.constantFrom(
          'application/json',
          'application/json',
          'application/json',
          'text/xml',
          'application/json;charset=utf-16',
        ),
        fc.oneof(
          fc.uuid(),
          fc.constantFrom('short', '        ', 'é'.repeat(8), 'k'.repeat(129), 'key-of-the-order'),
        ),
      )
      .map(([type, key]): [string, string][] => [
        ['Content-Type', type],
        ['Idempotency-Key', key],
      ]),
    body:
      schema === undefined
        ? fc.option(text, { nil: undefined, freq: 20 })
        : fc.oneof(
            { arbitrary: valueOf(schema).map((value) => JSON.stringify(value)), weight: 15 },
            { arbitrary: text, weight: 1 },
          ),
  });
}

function encode(value: string): string {
  try {
    return encodeURIComponent(value);
  } catch {
    return '%ED%A0%80';
  }
}

async function fire({ method, path, as, headers, body }: Shot): Promise<void> {
  const init = {
    method,
    headers: Object.fromEntries(headers.map(([name, value]) => [name, value])),
    ...(as !== undefined && { as }),
    ...(body !== undefined && method !== 'GET' && method !== 'HEAD' && { body }),
  };
  const request = new Request(`https://billing.example${path}`, { method });
  let response: Response;
  try {
    response = await world.send(path, init);
  } catch (error) {
    // A header that no client can send either.
    if (error instanceof TypeError && /header|ByteString/i.test(error.message)) return;
    throw error;
  }
  sent += 1;
  statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
  const { status } = response;
  expect(status).toBeLessThan(500);
  expect(response.headers.get('Set-Cookie')).toBeNull();
  if (response.headers.get('Content-Type') === 'text/event-stream') return response.body?.cancel();
  if (
    status !== 405 &&
    status !== 204 &&
    status !== 413 &&
    status !== 414 &&
    status !== 415 &&
    method !== 'HEAD'
  )
    await check.see(request, response.clone());
  expect(await response.text()).not.toMatch(/\n\s+at |node_modules|\.ts:\d/);
}

describe('requests of all kinds', () => {
  it('never break the server, which answers each as its document says', async () => {
    const shots = Object.entries(document.paths).flatMap(([path, item]) =>
      Object.entries(item).map(([method, operation]) => shotOf(path, method, operation)),
    );
    await fc.assert(fc.asyncProperty(fc.oneof(...shots), fire), { numRuns: RUNS * 2 });
    expect(check.faults.filter((fault) => !fault.endsWith('is not in the document'))).toEqual([]);
  }, 60_000);

  it('of no operation at all are refused', async () => {
    const anywhere: fc.Arbitrary<Shot> = fc.record({
      method: fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'HEAD'),
      path: fc
        .array(
          fc.oneof(
            fc.constantFrom('v1', 'orders', 'installations', '..', '.', '%2e', '%00', ''),
            text.map(encode),
          ),
          { maxLength: 5 },
        )
        .map((parts) => `/${parts.join('/')}`)
        .filter((path) => URL.canParse(`https://billing.example${path}`)),
      as: fc.nat(3).map((which) => tokens[which]),
      headers: fc.constant([] as [string, string][]),
      body: fc.option(text, { nil: undefined }),
    });
    await fc.assert(
      fc.asyncProperty(anywhere, async (shot) => {
        const { method, path, as, body } = shot;
        const sends = body !== undefined && method !== 'GET' && method !== 'HEAD';
        const response = await world.send(path, { method, as: as!, ...(sends && { body }) });
        sent += 1;
        expect(response.status).toBeLessThan(500);
        await response.body?.cancel();
      }),
      { numRuns: RUNS },
    );
  }, 60_000);

  it('were many, and of many outcomes', () => {
    const counts = [...statuses]
      .sort(([a], [b]) => a - b)
      .map(([status, count]) => `${status}: ${count}`);
    console.log(`fuzz: ${sent} requests; ${counts.join(', ')}`);
    expect(sent).toBeGreaterThan(RUNS * 2);
    for (const status of [200, 201, 401, 403, 404, 409, 422])
      expect(statuses.has(status), String(status)).toBe(true);
  });
});
