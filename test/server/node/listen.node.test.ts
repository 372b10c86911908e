import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { listen, type Listening } from '../../../src/server/node/listen.js';

const open: Socket[] = [];

afterEach(() => {
  for (const socket of open.splice(0)) socket.destroy();
});

/** A server that answers with what it is sent, and what it has begun to answer. */
async function echo(graceMs = 3_600_000): Promise<Listening & { begun: Promise<void> }> {
  let begin = (): void => undefined;
  const begun = new Promise<void>((resolve) => (begin = resolve));
  const listening = await listen({
    host: '127.0.0.1',
    port: 0,
    graceMs,
    async fetch(request) {
      begin();
      return new Response(await request.text());
    },
  });
  return { ...listening, begun };
}

/** A connection that has sent some text, and everything it is answered until it is ended. */
async function line(url: string, text: string): Promise<{ socket: Socket; all: Promise<string> }> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  open.push(socket);
  socket.setEncoding('utf8');
  let heard = '';
  socket.on('data', (data: string) => (heard += data));
  socket.on('error', () => undefined);
  const all = new Promise<string>((resolve) => socket.once('close', () => resolve(heard)));
  await once(socket, 'connect');
  if (text !== '') socket.write(text);
  return { socket, all };
}

const HEAD = 'POST / HTTP/1.1\r\nHost: billing.example\r\nContent-Length: 4\r\n\r\n';

describe('a server that is closed', () => {
  it.each([
    ['were never used', ''],
    ['have sent half of what a request begins with', HEAD.slice(0, 20)],
  ])('ends connections that %s at once', async (_, text) => {
    const server = await echo();
    const { all } = await line(server.url, text);
    // It has seen the connection once it has answered a later one.
    await (await fetch(server.url, { method: 'POST', body: 'seen' })).text();
    await server.close();
    expect(await all).toBe('');
  });

  it('lets a request that is half there arrive and be answered, and then ends its connection', async () => {
    const server = await echo();
    const { socket, all } = await line(server.url, `${HEAD}ha`);
    await server.begun;
    const closed = server.close();
    socket.write('lf');
    expect(await all).toMatch(/^HTTP\/1\.1 200 [^]*\r\n\r\nhalf$/);
    await closed;
  });

  it('waits for no request longer than its grace', async () => {
    const server = await echo(50);
    const { all } = await line(server.url, `${HEAD}ha`);
    await server.begun;
    await server.close();
    expect(await all).not.toContain('200');
  });

  it('takes no further connection', async () => {
    const server = await echo();
    await server.close();
    await expect(line(server.url, '')).rejects.toThrow('ECONNREFUSED');
  });
});
