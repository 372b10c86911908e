/**
 * Runs the suites of the project and counts their tests: the static checks two at a time, then one suite after the other, since
 * each of those uses every core by itself.
 *
 *   node test/run.mjs                  all of them
 *   node test/run.mjs unit browser     those named
 *
 * A static check counts as one test. A suite that crashes, runs no test or leaves one out fails.
 * The last line is `N passed, N failed`; the exit code is 0 only when nothing failed.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';

/**
 * @typedef {{ name: string, status: 'passed' | 'failed', message?: string }} Result
 * @typedef {(report: string) => { steps: string[][], env?: Record<string, string>, read?: (text: string) => Result[] }} Suite
 */

const root = join(import.meta.dirname, '..');
const SUITE_LIMIT_MS = 14 * 60_000;
const CHECKS = ['types', 'lint', 'format', 'directions', 'knip'];

/**
 * A check that passes when each of its commands does.
 * @param {...string[]} steps
 * @returns {Suite}
 */
const check =
  (...steps) =>
  () => ({ steps });

/**
 * A project of vitest.config.ts.
 * @param {string} project
 * @returns {Suite}
 */
const vitest = (project) => (report) => ({
  steps: [
    [
      'vitest',
      'run',
      '--project',
      project,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
  ],
  read: readVitest,
});

/** @type {Record<string, Suite>} */
const suites = {
  types: check(
    ['tsc', '-p', 'tsconfig.json', '--noEmit'],
    ['tsc', '-p', 'tsconfig.build.json', '--noEmit'],
    ['tsc', '-p', 'tsconfig.server.json', '--noEmit'],
  ),
  lint: check(['eslint', '--max-warnings', '0', '.']),
  format: check(['prettier', '--check', '--log-level', 'warn', '.']),
  directions: check(['depcruise', '--config', '.dependency-cruiser.cjs', 'src']),
  knip: check(['knip']),
  unit: vitest('unit'),
  server: vitest('server'),
  architecture: vitest('architecture'),
  browser: (report) => ({
    steps: [['wtr']],
    env: { SEATKIT_WTR_REPORT: report },
    read: (text) => JSON.parse(text).map(ranOrFailed),
  }),
  e2e: vitest('e2e'),
  stories: vitest('stories'),
  package: vitest('package'),
};

/**
 * A test that was left out did not pass.
 * @param {{ name: string, status: string, message?: string }} test
 * @returns {Result}
 */
function ranOrFailed({ name, status, message }) {
  if (status === 'passed') return { name, status };
  return { name, status: 'failed', message: message ?? `did not run (${status})` };
}

/**
 * @param {string} text the JSON report of vitest
 * @returns {Result[]}
 */
function readVitest(text) {
  return JSON.parse(text).testResults.flatMap((/** @type {any} */ file) => {
    const name = relative(root, file.name);
    const tests = file.assertionResults.map((/** @type {any} */ test) =>
      ranOrFailed({
        name: `${name} › ${test.fullName}`,
        status: test.status,
        message: test.failureMessages?.[0],
      }),
    );
    const broken =
      file.status === 'failed' &&
      tests.every((/** @type {Result} */ test) => test.status === 'passed');
    return broken ? [...tests, { name, status: 'failed', message: file.message }] : tests;
  });
}

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
function end(child, signal) {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    // It has ended on its own.
  }
}

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.once(signal, () => {
    for (const child of running) end(child, signal);
    process.exit(1);
  });
}

/**
 * Runs a command of the project's packages in a group of its own, so that nothing it starts outlives it.
 * @param {string[]} command
 * @param {Record<string, string>} env
 * @returns {Promise<string | null>} what went wrong, or null
 */
function run([command, ...args], env) {
  return new Promise((resolve) => {
    const child = spawn(join(root, 'node_modules/.bin', command ?? ''), args, {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      detached: true,
      env: { ...process.env, ...env },
    });
    running.add(child);
    const limit = setTimeout(() => end(child, 'SIGKILL'), SUITE_LIMIT_MS);
    const finish = (/** @type {string | null} */ problem) => {
      clearTimeout(limit);
      end(child, 'SIGTERM');
      running.delete(child);
      resolve(problem);
    };
    child.once('error', (error) => finish(`${command} could not be started: ${error.message}`));
    child.once('exit', (code, signal) =>
      finish(code === 0 ? null : `${command} ended with ${signal ?? `code ${code}`}`),
    );
  });
}

/**
 * @param {string} name
 * @param {Suite} suite
 * @param {string} folder for the report
 * @returns {Promise<Result[]>}
 */
async function runSuite(name, suite, folder) {
  const report = join(folder, `${name}.json`);
  const { steps, env = {}, read } = suite(report);
  let problem = null;
  for (const step of steps) problem ??= await run(step, env);
  if (!read)
    return [problem ? { name, status: 'failed', message: problem } : { name, status: 'passed' }];
  /** @type {Result[]} */
  let results = [];
  try {
    results = read(readFileSync(report, 'utf8'));
  } catch (error) {
    problem ??= `its report cannot be read: ${error}`;
  }
  const failed = results.some((result) => result.status === 'failed');
  if (results.length === 0) problem ??= 'no test ran';
  return problem && !failed ? [...results, { name, status: 'failed', message: problem }] : results;
}

/**
 * @param {Result[]} results
 * @param {Result['status']} status
 */
const count = (results, status) => results.filter((result) => result.status === status).length;

const named = process.argv.slice(2);
const unknown = named.filter((name) => !(name in suites));
if (unknown.length > 0) {
  console.error(
    `No such suite: ${unknown.join(', ')}. There are: ${Object.keys(suites).join(', ')}.`,
  );
  process.exit(2);
}

const folder = mkdtempSync(join(tmpdir(), 'seatkit-test-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));

/** @type {Result[]} */
const all = [];
/** @type {string[]} */
const table = [];

/** @param {string} name */
async function tell(name) {
  console.log(`\n── ${name} ${'─'.repeat(Math.max(0, 72 - name.length))}`);
  const started = performance.now();
  const results = await runSuite(name, /** @type {Suite} */ (suites[name]), folder);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const line = `${name.padEnd(14)}${String(count(results, 'passed')).padStart(6)} passed ${String(count(results, 'failed')).padStart(4)} failed ${seconds.padStart(8)} s`;
  console.log(`\n${line}`);
  table.push(line);
  all.push(...results);
}

const chosen = Object.keys(suites).filter((name) => named.length === 0 || named.includes(name));
const checks = chosen.filter((name) => CHECKS.includes(name));
const next = async () => {
  for (let name = checks.shift(); name !== undefined; name = checks.shift()) await tell(name);
};
await Promise.all([next(), next()]);
for (const name of chosen.filter((name) => !CHECKS.includes(name))) await tell(name);

const failures = all.filter((result) => result.status === 'failed');
if (failures.length > 0) console.log('\nFailed:');
for (const { name, message } of failures) {
  const lines = (message ?? '').trim().split('\n').slice(0, 12);
  console.log(`\n✗ ${name}\n${lines.map((line) => `    ${line}`).join('\n')}`);
}
console.log(`\n${table.join('\n')}\n`);
process.exitCode = failures.length > 0 ? 1 : 0;
console.log(`${count(all, 'passed')} passed, ${failures.length} failed`);
