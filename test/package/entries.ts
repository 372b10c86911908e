import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '../..');

interface PackageJson {
  readonly name: string;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly exports: Readonly<Record<string, string | { types: string; default: string }>>;
}

export const packageJson = JSON.parse(
  readFileSync(join(root, 'package.json'), 'utf8'),
) as PackageJson;

export const TAGS = [
  'pricing-editor',
  'purchase-form',
  'order-list',
  'expiry-gate',
  'billing-provider',
] as const;

/** The entries that are modules, as a host names them: `seatkit`, `seatkit/define` … */
export const modules = Object.entries(packageJson.exports)
  .filter(([, target]) => typeof target === 'object')
  .map(([path]) => path.replace(/^\./, packageJson.name));

/** Those that register elements when imported. */
export const registering = modules.filter((entry) => entry.endsWith('/define'));
