import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { headSnippet } from '../../build/head-snippet.mjs';
import { packageJson, root } from './entries.js';

const target = packageJson.exports['./expiry-gate/head.js'];
if (typeof target !== 'string')
  throw new Error('The package does not export the snippet as a file');
const code = readFileSync(join(root, target), 'utf8');

describe('the head snippet of the gate', () => {
  it('is at most 1000 bytes, all of them ASCII, so that it can be put inline as it is', () => {
    expect(Buffer.byteLength(code)).toBeLessThanOrEqual(1000);
    expect(code).toMatch(/^[\x20-\x7e]+$/);
    expect(code.toLowerCase()).not.toContain('</script');
  });

  it('is a classic script that needs nothing else', () => {
    expect(code).not.toMatch(/\b(import|export|require|fetch|eval)\b/);
    expect(() => new Script(code)).not.toThrow();
  });

  it('is built from its source, with the hash that the build prints', async () => {
    const built = await headSnippet();
    expect(built.code).toBe(code);
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(code));
    expect(built.hash).toBe(`sha256-${Buffer.from(digest).toString('base64')}`);
  });
});
