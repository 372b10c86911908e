import { RIGHTS } from '../../billing/index.js';
import type { Role } from '../../contract/index.js';
import {
  CHANGES_ROUTES,
  HOST_ROUTES,
  jsonSchemas,
  KEY_HEADER,
  PROBLEM_TYPE,
  ROUTES,
  type CallName,
  type HostCallName,
  type JsonSchema,
  type JsonSchemas,
} from '../../schemas/index.js';
import { INPUT_EXAMPLES, OUTPUT_EXAMPLES, PROBLEM_EXAMPLE } from './examples.js';
import { queryParameters } from './query-parameters.js';
import { DESCRIPTION, STREAM_SUMMARY, SUMMARIES } from './texts.js';

/** What of the server is there at all. */
export interface DocumentOptions {
  /** Where it is served; empty for the root. */
  basePath: string;
  /** Whether it signs entitlements. */
  keys: boolean;
  /** Whether it hears the gateway. */
  notifications: boolean;
}

type Paths = Record<string, Record<string, object>>;

/** What any operation that needs a visitor may answer instead. */
const FAILURES = {
  400: 'Malformed',
  401: 'Unauthenticated',
  403: 'Forbidden',
  404: 'NotFound',
  409: 'Conflict',
  422: 'Invalid',
  429: 'RateLimited',
  503: 'Unavailable',
} as const;

const FAILURE_TEXTS: Readonly<Record<(typeof FAILURES)[keyof typeof FAILURES], string>> = {
  Malformed: 'What HTTP or JSON forbids; 405, 408, 413, 414 and 415 look the same',
  Unauthenticated: 'No token, or one that is not believed',
  Forbidden: 'The role may not make this call',
  NotFound: 'There is no such thing, or the visitor may not see it',
  Conflict: 'Something changed or is in the way; the problem brings what there is now',
  Invalid: 'The input cannot be fulfilled; every fault has its path',
  RateLimited: 'Too many requests; Retry-After says when to ask again',
  Unavailable: 'Something behind the server is down; try again',
};

/** The server described in OpenAPI 3.1, made from the schemas that it reads and answers with. */
export function openApiDocument({ basePath, keys, notifications }: DocumentOptions): object {
  const schemas = jsonSchemas();
  const paths: Paths = {};
  const add = (method: 'GET' | 'POST', path: string, operation: object): void => {
    (paths[path] ??= {})[method.toLowerCase()] = operation;
  };

  for (const name of Object.keys(ROUTES) as CallName[]) {
    const route = ROUTES[name];
    add(route.method, route.path, operationOf(name, route, RIGHTS[name], schemas));
  }
  for (const name of Object.keys(HOST_ROUTES) as HostCallName[]) {
    const route = { ...HOST_ROUTES[name], keyed: false };
    add(route.method, route.path, operationOf(name, route, ['operator'], schemas));
  }
  for (const { method, path } of Object.values(CHANGES_ROUTES)) add(method, path, streamAt(path));
  addPublic(add, { keys, notifications });

  return {
    openapi: '3.1.0',
    info: {
      title: 'Seatkit',
      version: '1',
      description: DESCRIPTION,
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: basePath || '/' }],
    security: [{ bearer: [] }],
    paths,
    components: {
      schemas: schemas.components,
      responses: Object.fromEntries(Object.values(FAILURES).map(failure)),
      securitySchemes: {
        bearer: {
          type: 'http',
          scheme: 'bearer',
          description:
            'A JSON Web Token of the issuer that the server believes, or a host token; either names the user, the role and the installations they see.',
        },
      },
    },
  };
}

interface RouteShape {
  method: 'GET' | 'POST';
  path: string;
  status: number;
  keyed: boolean;
}

function operationOf(
  name: CallName | HostCallName,
  { method, path, status, keyed }: RouteShape,
  roles: readonly Role[],
  schemas: JsonSchemas,
): object {
  const resolve = (schema: JsonSchema): JsonSchema => {
    const [, component] = /^#\/components\/schemas\/(.+)$/.exec(schema.$ref ?? '') ?? [];
    return component === undefined ? schema : (schemas.components[component] ?? schema);
  };
  const $ref = schemas.input(name);
  const example = INPUT_EXAMPLES[name];
  const query = method === 'GET' && $ref !== null ? queryParameters({ $ref }, resolve) : [];
  const answer = schemas.output(name);
  return {
    operationId: name,
    summary: SUMMARIES[name],
    description: `For: ${roles.join(', ')}.`,
    parameters: [
      ...(path.includes('{id}') ? [ID] : []),
      ...(keyed ? [KEY] : []),
      ...query.map((parameter) => withExample(parameter, example)),
    ],
    ...(method === 'POST' &&
      $ref !== null && {
        requestBody: {
          required: true,
          content: { 'application/json': { schema: { $ref }, ...(example && { example }) } },
        },
      }),
    responses: {
      [status]: answer === null ? { description: 'Done' } : success(answer, OUTPUT_EXAMPLES[name]),
      ...failures(),
    },
  };
}

function withExample(parameter: { name: string }, example: object | undefined): object {
  const value: unknown = new Map(Object.entries(example ?? {})).get(parameter.name);
  return value === undefined ? parameter : { ...parameter, example: value };
}

function success($ref: string, example: object | undefined): object {
  return {
    description: 'Done',
    content: { 'application/json': { schema: { $ref }, ...(example && { example }) } },
  };
}

const ID = {
  name: 'id',
  in: 'path',
  required: true,
  description: 'Percent-encoded',
  schema: { type: 'string' },
};

const KEY = {
  name: KEY_HEADER,
  in: 'header',
  required: true,
  description: 'Names one attempt of a person; survives a reload',
  schema: { type: 'string', pattern: '^[!-~]{8,128}$' },
  example: '0b5c7b52-6d0e-4f5b-9a53-6f4b5a1c2d3e',
};

function failures(): object {
  return Object.fromEntries(
    Object.entries(FAILURES).map(([status, name]) => [
      status,
      { $ref: `#/components/responses/${name}` },
    ]),
  );
}

function failure(name: keyof typeof FAILURE_TEXTS): [string, object] {
  const waits = name === 'RateLimited' || name === 'Unavailable';
  return [
    name,
    {
      description: FAILURE_TEXTS[name],
      ...(waits && {
        headers: { 'Retry-After': { description: 'Seconds', schema: { type: 'integer' } } },
      }),
      content: {
        [PROBLEM_TYPE]: {
          schema: { $ref: '#/components/schemas/Problem' },
          ...(name === 'Conflict' && { example: PROBLEM_EXAMPLE }),
        },
      },
    },
  ];
}

function streamAt(path: string): object {
  const one = path.includes('{id}');
  return {
    operationId: one ? 'changes' : 'allChanges',
    summary: STREAM_SUMMARY,
    description:
      'For: provider, administrator, member, operator. The data of an event is a Change.',
    parameters: [
      ...(one ? [ID] : []),
      { name: 'Last-Event-ID', in: 'header', required: false, schema: { type: 'string' } },
    ],
    responses: {
      200: {
        description: 'A stream that stays open',
        content: { 'text/event-stream': { schema: { type: 'string' } } },
      },
      ...failures(),
    },
  };
}

function addPublic(
  add: (method: 'GET' | 'POST', path: string, operation: object) => void,
  { keys, notifications }: Pick<DocumentOptions, 'keys' | 'notifications'>,
): void {
  const object = { 'application/json': { schema: { type: 'object' } } };
  const open = (operationId: string, summary: string, content: object = object) => ({
    operationId,
    summary,
    security: [],
    responses: { 200: { description: 'Done', content } },
  });
  const unavailable = { $ref: '#/components/responses/Unavailable' };
  add('GET', '/healthz', open('health', 'Whether the process lives'));
  const ready = open('readiness', 'Whether it can answer: the store is there');
  add('GET', '/readyz', { ...ready, responses: { ...ready.responses, 503: unavailable } });
  add('GET', '/openapi.json', open('openapi', 'This document'));
  if (keys)
    add('GET', '/keys.json', open('keys', 'The keys that check signed entitlements (JWKS)'));
  if (!notifications) return;
  add('POST', '/v1/notifications/wechat-pay', {
    operationId: 'weChatPayNotification',
    summary: 'For WeChat Pay alone, which signs what it tells',
    security: [],
    responses: {
      200: { description: 'Taken in' },
      '4XX': { description: 'Not genuine' },
      '5XX': { description: 'To be told again' },
    },
  });
}
