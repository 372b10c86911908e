import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** Builds what is published, once for all tests of the package. */
export default async function buildPackage() {
  const options = {
    cwd: join(import.meta.dirname, '../..'),
    maxBuffer: 64 * 1024 * 1024,
    // The test runner's own would have Vite bundle what libraries have for development.
    env: { ...process.env, NODE_ENV: 'production' },
  };
  const npm = async (script: string) => {
    try {
      await promisify(execFile)('npm', ['run', '--silent', script], options);
    } catch (error) {
      const { stdout, stderr } = error as { stdout?: string; stderr?: string };
      throw new Error(`npm run ${script} failed:\n${stdout ?? ''}\n${stderr ?? ''}`, {
        cause: error,
      });
    }
  };
  await npm('build');
  await npm('analyze');
}
