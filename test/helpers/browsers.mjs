import { execFile } from 'node:child_process';
import { accessSync, constants, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

/**
 * Where the browsers for the tests are found: the environment first (CHROMIUM_PATH, FIREFOX_PATH,
 * WEBKIT_DRIVER_PATH), then what is installed. On x64 Linux Chromium comes from an npm package: the same everywhere,
 * on a machine without any browser too, and without windows, which cost an installed one more time than the pages.
 *
 * @typedef {{ executablePath: string, args: string[], env: Record<string, string> }} Chromium
 * @typedef {{ driver: string, browser: string, xvfb: string }} WebKit
 */

/** The values of CHROMIUM_PATH that ask for the Chromium of the npm package, and for the installed one. */
const BUNDLED = 'bundled';
const INSTALLED = 'installed';

/** Whether the npm package has a Chromium for this machine. */
const canRunBundled = () => process.platform === 'linux' && process.arch === 'x64';

const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * The first of the names that stands on the PATH, or of the absolute paths that can be run.
 * @param {string[]} names
 */
function installed(names) {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const candidates = names.flatMap((name) =>
    name.startsWith('/') ? [name] : folders.map((folder) => join(folder, name)),
  );
  return candidates.find(isExecutable) ?? null;
}

/**
 * The path an environment variable names; a wrong one is an error, never silently another browser.
 * @param {string} variable
 */
function fromEnvironment(variable) {
  const path = process.env[variable];
  if (!path) return null;
  if (!isExecutable(path)) throw new Error(`${variable} names ${path}, which cannot be run`);
  return path;
}

/** @returns {string[]} */
function chromiumNames() {
  return [
    'chromium',
    'chromium-browser',
    'google-chrome-stable',
    'google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ];
}

/**
 * A font configuration for a machine without any, which names the font that the package brings.
 * @param {string} home
 */
function bundledFonts(home) {
  const file = join(home, 'fonts.conf');
  writeFileSync(
    file,
    `<fontconfig><dir>${home}/fonts</dir><cachedir>${home}/fonts-cache</cachedir></fontconfig>`,
  );
  return file;
}

/**
 * Unpacks the Chromium of the npm package, with its libraries and fonts, once per version. The package
 * reads the temporary folder and its platform from the environment, hence a process of its own.
 * @returns {Promise<Chromium>}
 */
async function bundledChromium() {
  const { version } = createRequire(import.meta.url)('../../package-lock.json').packages[
    'node_modules/@sparticuz/chromium'
  ];
  const home = join(tmpdir(), `seatkit-chromium-${version}`);
  mkdirSync(home, { recursive: true });
  const unpack =
    "import('@sparticuz/chromium').then(async ({ default: c }) => process.stdout.write(await c.executablePath()))";
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--input-type=module', '-e', unpack],
    {
      cwd: join(import.meta.dirname, '../..'),
      env: { ...process.env, TMPDIR: home, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' },
    },
  );
  return {
    executablePath: stdout,
    args: [...CHROMIUM_ARGS, '--headless', '--no-zygote'],
    env: {
      LD_LIBRARY_PATH: join(home, 'al2023', 'lib'),
      ...(existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_FILE: bundledFonts(home) }),
    },
  };
}

/** @returns {Promise<Chromium>} */
export async function findChromium() {
  const wanted = process.env['CHROMIUM_PATH'];
  if (wanted ? wanted === BUNDLED : canRunBundled()) return bundledChromium();
  const executablePath = wanted === INSTALLED ? null : fromEnvironment('CHROMIUM_PATH');
  const found = executablePath ?? installed(chromiumNames());
  if (!found) throw new Error('No Chromium found: install one or set CHROMIUM_PATH.');
  return { executablePath: found, args: CHROMIUM_ARGS, env: {} };
}

/** The path of Firefox, or null where there is none. */
export function findFirefox() {
  return (
    fromEnvironment('FIREFOX_PATH') ??
    installed(['firefox-esr', 'firefox', '/Applications/Firefox.app/Contents/MacOS/firefox'])
  );
}

/**
 * WebKit's driver with its browser and the display they need, or null where one of the three is missing.
 * @returns {WebKit | null}
 */
export function findWebKit() {
  const driver = fromEnvironment('WEBKIT_DRIVER_PATH') ?? installed(['WebKitWebDriver']);
  const browser =
    fromEnvironment('WEBKIT_BROWSER_PATH') ??
    installed(
      ['x86_64', 'aarch64'].flatMap((cpu) =>
        ['4.1', '4.0'].map((api) => `/usr/lib/${cpu}-linux-gnu/webkit2gtk-${api}/MiniBrowser`),
      ),
    );
  const xvfb = installed(['Xvfb']);
  return driver && browser && xvfb ? { driver, browser, xvfb } : null;
}
