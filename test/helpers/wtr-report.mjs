import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';

/**
 * @typedef {{ name: string, status: 'passed' | 'failed' | 'skipped', message?: string }} Result
 * @typedef {import('@web/test-runner').TestSuiteResult} TestSuiteResult
 * @typedef {import('@web/test-runner').TestSession} TestSession
 */

/**
 * @param {TestSuiteResult | undefined} suite
 * @param {string[]} path
 * @returns {Result[]}
 */
function results(suite, path) {
  if (!suite) return [];
  return [
    ...suite.tests.map((test) => ({
      name: [...path, test.name].join(' › '),
      status: /** @type {Result['status']} */ (
        test.skipped ? 'skipped' : test.passed ? 'passed' : 'failed'
      ),
      ...(test.error ? { message: test.error.message } : {}),
    })),
    ...suite.suites.flatMap((inner) => results(inner, [...path, inner.name])),
  ];
}

/**
 * Every test of one file in one browser. What went wrong outside a test, and a file without any test,
 * is a failure of its own.
 * @param {TestSession} session
 * @returns {Result[]}
 */
function ofSession(session) {
  const path = [session.browser.name, relative(process.cwd(), session.testFile ?? '')];
  const tests = results(session.testResults, path);
  const broken = session.errors.map((error) => error.message);
  if (broken.length === 0 && tests.length === 0) broken.push('no test ran');
  if (broken.length === 0 && !session.passed && tests.every((test) => test.status === 'passed')) {
    broken.push('the browser reported a failure outside the tests');
  }
  return [
    ...tests,
    ...broken.map((message) => ({
      name: path.join(' › '),
      status: /** @type {const} */ ('failed'),
      message,
    })),
  ];
}

/**
 * A reporter of @web/test-runner that writes every test with its outcome, per browser, as JSON.
 * @param {string} file
 * @returns {import('@web/test-runner').Reporter}
 */
export function jsonReporter(file) {
  return {
    onTestRunFinished({ sessions }) {
      writeFileSync(file, JSON.stringify([...sessions].flatMap(ofSession)));
    },
  };
}
