import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** `seatkit-server` in a process of its own, as a host runs it: it writes its log, and every commit reaches the disk. */
export interface BenchProcess {
  url: string;
  /** Ends it in good order. */
  stop(): Promise<void>;
}

const SOON_MS = 20;
const STARTS_WITHIN_MS = 20_000;

/** Starts the file that `SEATKIT_SERVER` names. @throws with its log when it does not start */
export async function startServer(environment: Record<string, string>): Promise<BenchProcess> {
  const folder = mkdtempSync(join(tmpdir(), 'seatkit-bench-log-'));
  const file = join(folder, 'log');
  const log = openSync(file, 'w');
  const flags = process.env.SEATKIT_BENCH_NODE_FLAGS?.split(' ') ?? [];
  const { SEATKIT_SERVER = '' } = process.env;
  const child = spawn(process.execPath, [...flags, SEATKIT_SERVER, '--demo'], {
    env: { ...environment, PORT: '0' },
    stdio: ['ignore', log, log],
  });
  const ended = once(child, 'close');
  closeSync(log);
  const end = performance.now() + STARTS_WITHIN_MS;
  for (;;) {
    const text = readFileSync(file, 'utf8');
    const url = /"listening".*?"url":"([^"]+)"/.exec(text)?.[1];
    if (url !== undefined) {
      return {
        url,
        async stop() {
          child.kill('SIGTERM');
          await ended;
          rmSync(folder, { recursive: true });
        },
      };
    }
    if (child.exitCode !== null || performance.now() > end) {
      child.kill('SIGKILL');
      throw new Error(text);
    }
    await wait(SOON_MS);
  }
}
