import { beforeAll, describe, expect, it } from 'vitest';
import { CHANGES_ROUTES, HOST_ROUTES, ROUTES } from '../../../src/schemas/index.js';
import { createEntitlementSigner, createSigningKey } from '../../../src/verify/index.js';
import { faultsOf } from '../../helpers/json-schema.js';
import { createWorld } from '../app/server-world.js';
import type { Media, OpenApi, Operation } from './open-api.js';

let document: OpenApi;
let operations: [where: string, Operation][];

beforeAll(async () => {
  const key = await createSigningKey();
  const signer = await createEntitlementSigner({ issuer: 'https://billing.example', key });
  const world = createWorld({
    signer,
    notifications: () => Promise.resolve(new Response()),
    basePath: '/billing',
  });
  const response = await world.send('/billing/openapi.json');
  expect(response.headers.get('Content-Type')).toMatch(/^application\/json/);
  document = (await response.json()) as OpenApi;
  operations = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]): [string, Operation] => [
      `${method.toUpperCase()} ${path}`,
      operation,
    ]),
  );
});

describe('the OpenAPI document', () => {
  it('is one of version 3.1, of this server', () => {
    expect(document.openapi).toMatch(/^3\.1\.\d+$/);
    expect(document.info).toMatchObject({ title: 'Seatkit', version: '1' });
    expect(document.servers).toEqual([{ url: '/billing' }]);
  });

  it('has every route, and no other', () => {
    const routes = [ROUTES, HOST_ROUTES, CHANGES_ROUTES].flatMap((table) =>
      Object.values(table).map(
        ({ method, path }: { method: string; path: string }) => `${method} ${path}`,
      ),
    );
    const open = ['/healthz', '/readyz', '/openapi.json', '/keys.json'].map(
      (path) => `GET ${path}`,
    );
    expect(operations.map(([where]) => where).sort()).toEqual(
      [...routes, ...open, 'POST /v1/notifications/wechat-pay'].sort(),
    );
  });

  it('names each operation once', () => {
    const names = operations.map(([, { operationId }]) => operationId);
    expect(new Set(names).size).toBe(names.length);
    expect(names.every((name) => /^\w+$/.test(name))).toBe(true);
  });

  it('has nothing that points nowhere', () => {
    const targets = JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g);
    for (const [, target = ''] of targets) {
      const found = target
        .split('/')
        .reduce<unknown>(
          (at, name) => (at as Record<string, unknown> | undefined)?.[name],
          document,
        );
      expect(found, target).toBeTypeOf('object');
    }
  });

  it('declares the parameters of every path, and each parameter once', () => {
    for (const [where, { parameters = [] }] of operations) {
      const inPath = [...where.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const declared = parameters.filter((each) => each.in === 'path');
      expect(
        declared.map(({ name }) => name),
        where,
      ).toEqual(inPath);
      expect(
        declared.every(({ required }) => required),
        where,
      ).toBe(true);
      expect(new Set(parameters.map((each) => `${each.in} ${each.name}`)).size).toBe(
        parameters.length,
      );
      expect(
        parameters.every(({ schema }) => typeof schema === 'object'),
        where,
      ).toBe(true);
    }
  });

  it('asks for a key exactly where a call creates', () => {
    const keyed = operations.filter(([, { parameters = [] }]) =>
      parameters.some(
        (each) => each.in === 'header' && each.name === 'Idempotency-Key' && each.required,
      ),
    );
    const creating = Object.values(ROUTES).filter(({ keyed }) => keyed);
    expect(keyed.map(([where]) => where).sort()).toEqual(
      creating.map(({ method, path }) => `${method} ${path}`).sort(),
    );
  });

  it('says of every operation what it answers and who must sign in', () => {
    for (const [where, { responses, security, summary }] of operations) {
      expect(summary, where).toBeTruthy();
      expect(
        Object.keys(responses).some((status) => status.startsWith('2')),
        where,
      ).toBe(true);
      if (security) expect(security, where).toEqual([]);
      else expect(responses, where).toHaveProperty('401');
    }
    expect(document.security).toEqual([{ bearer: [] }]);
    expect(document.components.securitySchemes).toMatchObject({
      bearer: { type: 'http', scheme: 'bearer' },
    });
  });

  it('has examples that fit their schemas, of every body', () => {
    const media: [string, Media][] = operations.flatMap(([where, { requestBody, responses }]) => [
      ...Object.values(requestBody?.content ?? {}).map((each): [string, Media] => [
        `${where} body`,
        each,
      ]),
      ...Object.entries(responses).flatMap(([status, { content = {} }]) =>
        Object.values(content).map((each): [string, Media] => [`${where} ${status}`, each]),
      ),
    ]);
    const bodies = media.filter(([where]) => where.endsWith(' body'));
    expect(bodies.filter(([, { example }]) => example === undefined)).toEqual([]);
    const problems = Object.values(document.components.responses).flatMap(({ content = {} }) =>
      Object.values(content).map((each): [string, Media] => ['problem', each]),
    );
    const faults = [...media, ...problems].flatMap(([where, { schema, example }]) =>
      example === undefined ? [] : faultsOf(example, schema, document.components.schemas, where),
    );
    expect(faults).toEqual([]);
  });

  it('tells queries as they stand in an address', () => {
    const { parameters = [] } = document.paths['/v1/orders']!.get!;
    expect(parameters.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['kinds', 'sort.by', 'sort.direction', 'limit', 'cursor']),
    );
    const quote = document.paths['/v1/installations/{id}/quote']!.get!.parameters!;
    expect(quote.find(({ name }) => name === 'kind')).toMatchObject({
      required: true,
      schema: { enum: ['new', 'renew', 'expand'] satisfies unknown[] },
    });
    expect(quote.find(({ name }) => name === 'seats')).toMatchObject({ required: false });
  });

  it('knows whole numbers and instants', () => {
    const { Quote, Order } = document.components.schemas;
    expect(Quote!.properties!.payable).toMatchObject({ type: 'integer', minimum: 0 });
    expect(Order!.properties!.createdAt).toMatchObject({ type: 'string', format: 'date-time' });
  });
});
