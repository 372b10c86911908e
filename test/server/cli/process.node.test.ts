import { mkdtemp, rm } from 'node:fs/promises';
import { request, type ClientRequest, type IncomingMessage } from 'node:http';
import { once } from 'node:events';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createHostToken } from '../../../src/server/auth/host-token.js';
import { startProcess, type ServerProcess } from '../../helpers/server-process.js';

const SECRET = 'a-secret-of-32-or-more-characters';
const FACTS = {
  appName: 'Project Assistant',
  providerName: 'Zhilian',
  customerName: 'Xinghe',
  contacts: ['Lin Yue'],
  merchantAccountOpened: true,
  customerAuthorized: true,
  seatsInUse: null,
};

let folder: string;
const started: ServerProcess[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'seatkit-cli-'));
});

afterEach(async () => {
  for (const server of started.splice(0)) {
    server.kill('SIGKILL');
    await server.ended;
  }
  await rm(folder, { recursive: true, force: true });
});

async function start(
  environment: Record<string, string> = {},
  given: string[] = ['--demo'],
): Promise<ServerProcess> {
  const server = await startProcess(given, {
    HOST_TOKEN_SECRETS: SECRET,
    DATABASE_URL: join(folder, 'seatkit.db'),
    PORT: '0',
    PUBLIC_URL: 'http://localhost:1',
    ...environment,
  });
  started.push(server);
  return server;
}

const urlOf = async (server: ServerProcess): Promise<string> =>
  String((await server.said('listening')).url);

function authorization(role: 'operator' | 'administrator' = 'operator') {
  const expiresAt = new Date(Date.now() + 600_000).toISOString();
  const visitor = { role, userId: 'u', userName: 'U', installations: 'all', expiresAt } as const;
  return { Authorization: `Bearer ${createHostToken(visitor, { secret: SECRET })}` };
}

/** A request that has arrived, but for most of its body. */
async function beginRequest(url: string): Promise<ClientRequest> {
  const begun = request(`${url}/v1/installations`, {
    method: 'POST',
    headers: {
      ...authorization(),
      'Content-Type': 'application/json',
      Expect: '100-continue',
    },
  });
  begun.on('error', () => undefined);
  begun.flushHeaders();
  await once(begun, 'continue');
  begun.write('{');
  return begun;
}

describe('seatkit-server as a process', () => {
  it('serves on SQLite, and keeps what it has over a restart', async () => {
    const first = await start();
    const url = await urlOf(first);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    expect((await fetch(`${url}/v1/session`)).status).toBe(401);
    const made = await fetch(`${url}/v1/installations`, {
      method: 'POST',
      headers: { ...authorization(), 'Content-Type': 'application/json' },
      body: JSON.stringify({ id: 'xinghe', ...FACTS }),
    });
    expect(made.status).toBe(201);
    first.kill('SIGINT');
    expect(await first.ended).toBe(0);

    const second = await start({ BASE_PATH: '/billing' });
    const again = await fetch(`${await urlOf(second)}/billing/v1/installations/xinghe`, {
      headers: authorization('administrator'),
    });
    expect(await again.json()).toMatchObject({ id: 'xinghe', customerName: 'Xinghe' });
  });

  it('ends streams, lets requests finish and takes no more when it is told to stop', async () => {
    const server = await start();
    const url = await urlOf(server);
    const stream = await fetch(`${url}/v1/changes`, { headers: authorization() });
    const reader = stream.body!.getReader();
    expect((await reader.read()).done).toBe(false);
    const slow = await beginRequest(url);

    server.kill('SIGTERM');
    await server.said('stopping');
    for (let done = false; !done;) ({ done } = await reader.read());
    const late = connect(Number(new URL(url).port), '127.0.0.1');
    await expect(once(late, 'connect')).rejects.toThrow('ECONNREFUSED');
    slow.end(JSON.stringify({ id: 'xinghe', ...FACTS }).slice(1));
    const [answer] = (await once(slow, 'response')) as [IncomingMessage];
    expect(answer.statusCode).toBe(201);
    answer.resume();
    expect(await server.ended).toBe(0);
    expect(server.log.at(-1)).toMatchObject({ event: 'stopped' });
  });

  it('does not wait for ever, nor after a second signal', async () => {
    const patient = await start({ STOP_TIMEOUT_MS: '100' });
    await beginRequest(await urlOf(patient));
    patient.kill('SIGTERM');
    expect(await patient.ended).toBe(1);
    expect(patient.log.at(-1)).toMatchObject({ event: 'stop-timed-out' });

    const killed = await start();
    await beginRequest(await urlOf(killed));
    killed.kill('SIGTERM');
    await killed.said('stopping');
    killed.kill('SIGTERM');
    expect(await killed.ended).toBe(1);
    expect(killed.log.at(-1)).toMatchObject({ event: 'killed' });
  });

  it('says why it cannot listen, and ends', async () => {
    const first = await start();
    const { port } = new URL(await urlOf(first));
    const second = await start({ PORT: port });
    expect(await second.ended).toBe(1);
    expect(second.text()).toContain('EADDRINUSE');
  });

  it('works beside servers that do not', async () => {
    const server = await start({ WORKER: 'off' });
    await urlOf(server);
    const worker = await start({}, ['worker', '--demo']);
    await worker.said('working');
    worker.kill('SIGTERM');
    expect(await worker.ended).toBe(0);
  });
});
