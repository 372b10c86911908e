import { chromeLauncher, defaultReporter } from '@web/test-runner';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { playwrightLauncher } from '@web/test-runner-playwright';
import { findChromium, findFirefox, findWebKit } from './test/helpers/browsers.mjs';
import { WebKitLauncher } from './test/helpers/webkit-launcher.mjs';
import { jsonReporter } from './test/helpers/wtr-report.mjs';

/**
 * SEATKIT_BROWSERS: `all` requires the three engines, a list such as `chromium,webkit` those named;
 * without it whatever is installed runs, Chromium at least.
 */
const wanted = process.env.SEATKIT_BROWSERS ?? '';
const required =
  wanted === 'all' ? ['chromium', 'firefox', 'webkit'] : wanted.split(',').filter(Boolean);
const chosen = (name) => required.length === 0 || required.includes(name);

async function chromium() {
  const { executablePath, args, env } = await findChromium();
  return playwrightLauncher({
    product: 'chromium',
    launchOptions: { executablePath, args, env: { ...process.env, ...env } },
  });
}

function firefox() {
  const executablePath = findFirefox();
  if (!executablePath) return null;
  const launcher = chromeLauncher({
    launchOptions: { browser: 'firefox', executablePath, headless: true },
  });
  launcher.name = 'Firefox';
  return launcher;
}

function webkit() {
  const found = findWebKit();
  return found && new WebKitLauncher(found);
}

const browsers = [];
// The slowest first: the others take turns beside it.
for (const [name, find] of Object.entries({ firefox, webkit, chromium })) {
  const launcher = chosen(name) ? await find() : null;
  if (launcher) browsers.push(launcher);
  else if (required.includes(name))
    throw new Error(`SEATKIT_BROWSERS asks for ${name}: not found.`);
}

const report = process.env.SEATKIT_WTR_REPORT;

export default {
  files: 'test/**/*.browser.test.ts',
  nodeResolve: true,
  browsers,
  // One page an engine, so that it has the focus; two engines at a time.
  concurrency: 1,
  concurrentBrowsers: 2,
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 240_000,
  // A test that goes to a fragment or to another app while its page still loads may leave Firefox's driver waiting for
  // the end of a navigation that is no more: tests begin once the page has loaded.
  testRunnerHtml: (testFramework) => `<!doctype html>
    <html>
      <body>
        <script>
          addEventListener('load', () => setTimeout(() => import('${testFramework}')));
        </script>
      </body>
    </html>`,
  testFramework: { config: { timeout: 20_000 } },
  plugins: [esbuildPlugin({ ts: true, json: true, target: 'es2022', tsconfig: 'tsconfig.json' })],
  reporters: [defaultReporter(), ...(report ? [jsonReporter(report)] : [])],
};
