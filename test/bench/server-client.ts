import { Agent, request } from 'node:http';
import { createHostToken } from '../../src/server/index.js';
import type { Role } from '../../src/contract/index.js';

/** Requests over connections that stay open. */
export interface BenchClient {
  /** @returns what it answered, read as JSON. @throws when it was refused */
  call<Answer>(role: Role, method: 'GET' | 'POST', path: string, body?: object): Promise<Answer>;
  /** The same of a path that anybody may ask, as the text it is. */
  text(method: 'GET' | 'POST', path: string): Promise<string>;
  close(): void;
}

const HOUR_MS = 3_600_000;
let keys = 0;

export function benchClient(url: string, secret: string, connections: number): BenchClient {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const expiresAt = new Date(Date.now() + HOUR_MS).toISOString();
  const tokens = new Map<Role, string>();
  const tokenOf = (role: Role): string => {
    const visitor = {
      role,
      userId: role,
      userName: role,
      installations: 'all',
      expiresAt,
    } as const;
    const token = tokens.get(role) ?? createHostToken(visitor, { secret });
    tokens.set(role, token);
    return token;
  };

  const send = (
    method: string,
    target: string,
    headers: Record<string, string | number>,
    body?: string,
  ): Promise<string> =>
    new Promise((resolve, reject) => {
      const asked = request(target, { method, agent, headers }, (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (part: string) => (text += part));
        response.on('error', reject);
        response.on('end', () => {
          const { statusCode = 0 } = response;
          if (statusCode >= 200 && statusCode < 400) resolve(text);
          else reject(new Error(`${method} ${target}: ${statusCode} ${text}`));
        });
      });
      asked.on('error', reject);
      asked.end(body);
    });

  return {
    async call<Answer>(role: Role, method: 'GET' | 'POST', path: string, body?: object) {
      const text = body && JSON.stringify(body);
      const headers = {
        Authorization: `Bearer ${tokenOf(role)}`,
        ...(text !== undefined && {
          'Content-Type': 'application/json',
          'Content-Length': Buffer.byteLength(text),
          'Idempotency-Key': `bench-key-${++keys}`,
        }),
      };
      return JSON.parse(await send(method, `${url}/v1/${path}`, headers, text)) as Answer;
    },
    text: (method, path) => send(method, url + path, {}),
    close: () => agent.destroy(),
  };
}
