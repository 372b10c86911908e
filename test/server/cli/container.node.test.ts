import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const lines = readFileSync('Dockerfile', 'utf8').split('\n');
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
  bin: Record<string, string>;
};

/** What is copied from the project's folder, not from another stage. */
const copied = lines
  .filter((line) => line.startsWith('COPY ') && !line.includes('--from='))
  .flatMap((line) => line.split(' ').slice(1, -1))
  .map((path) => path.replace('./', ''));

describe('the container file', () => {
  it('copies what exists and is let in, and everything that is let in', () => {
    expect(copied.filter((path) => !existsSync(path))).toEqual([]);
    const ignore = readFileSync('.dockerignore', 'utf8').split('\n');
    const letIn = ignore.filter((line) => line.startsWith('!')).map((line) => line.slice(1));
    expect(ignore).toContain('*');
    expect([...new Set(copied)].sort()).toEqual(letIn.sort());
  });

  it('starts the command of the package, without rights, on every network, and keeps its file', () => {
    const [, entry = ''] = /^ENTRYPOINT (.+)$/m.exec(lines.join('\n')) ?? [];
    expect(JSON.parse(entry)).toEqual(['node', manifest.bin['seatkit-server']!.replace('./', '')]);
    expect(lines).toContain('USER node');
    expect(lines).toContain('VOLUME /data');
    expect(lines.find((line) => line.startsWith('ENV '))).toBe(
      'ENV NODE_ENV=production HOST=0.0.0.0 PORT=8787 DATABASE_URL=file:/data/seatkit.db',
    );
  });
});
