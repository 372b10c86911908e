import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { vi } from 'vitest';
import { bundleForNode } from '../../build/bundle-node.mjs';

/** One line of the log. */
export type LogLine = Record<string, string | number | boolean | null>;

/** `seatkit-server` in a process of its own. */
export interface ServerProcess {
  /** Every line of its log so far. */
  log: LogLine[];
  /** What it printed beside its log. */
  text(): string;
  /** Waits for an event in the log. */
  said(event: string): Promise<LogLine>;
  kill(signal: NodeJS.Signals): void;
  /** Sends it something that it listens for. */
  tell(message: object): void;
  /** Its exit code; null when a signal ended it. */
  ended: Promise<number | null>;
}

const bundles = new Map<string, Promise<string>>();

/**
 * Starts `seatkit-server` with nothing in its environment but this. The caller ends it.
 *
 * @param entry what to run instead, beneath the project's folder
 */
export async function startProcess(
  given: readonly string[],
  environment: Record<string, string>,
  entry = 'src/server/cli/bin.ts',
): Promise<ServerProcess> {
  const bundle = bundles.get(entry) ?? bundleForNode(entry);
  bundles.set(entry, bundle);
  const child = spawn(process.execPath, [await bundle, ...given], {
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  if (!child.stdout || !child.stderr) throw new Error('It has nothing to say it with');
  const log: LogLine[] = [];
  let text = '';
  child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()));
  createInterface({ input: child.stderr }).on('line', (line) => {
    if (line.startsWith('{')) log.push(JSON.parse(line) as LogLine);
    else text += `${line}\n`;
  });
  return {
    log,
    text: () => text,
    said: (event) =>
      vi.waitUntil(() => log.find((line) => line.event === event), { timeout: 20_000 }),
    kill: (signal) => void child.kill(signal),
    // Whoever has died meanwhile hears nothing.
    tell: (message) => void child.send(message, () => undefined),
    ended: once(child, 'close').then(([code]) => code as number | null),
  };
}
