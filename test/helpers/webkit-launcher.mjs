import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { WebdriverLauncher } from '@web/test-runner-webdriver';

/** @typedef {import('node:child_process').ChildProcess} ChildProcess */

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No free port');
  return address.port;
}

/**
 * Resolves once something answers on the port; rejects when the process ends before.
 * @param {number} port
 * @param {ChildProcess} process
 */
async function listening(port, process) {
  const deadline = performance.now() + 30_000;
  while (performance.now() < deadline) {
    if (process.exitCode !== null) break;
    const socket = connect(port, '127.0.0.1');
    const open = await Promise.race([
      once(socket, 'connect').then(() => true),
      once(socket, 'error').then(() => false),
    ]).catch(() => false);
    socket.destroy();
    if (open) return;
    await delay(50);
  }
  throw new Error(`WebKitWebDriver did not listen on port ${port}`);
}

/** WebKit through its own driver, on a display of its own; both live as long as the test run. */
export class WebKitLauncher extends WebdriverLauncher {
  /** @type {ChildProcess[]} */
  #processes = [];

  /** @type {ConstructorParameters<typeof WebdriverLauncher>[0]} */
  #connection;

  /** @param {import('./browsers.mjs').WebKit} webkit */
  constructor(webkit) {
    const browser = { binary: webkit.browser, args: ['--automation'] };
    const connection = /** @type {ConstructorParameters<typeof WebdriverLauncher>[0]} */ ({
      hostname: '127.0.0.1',
      path: '/',
      automationProtocol: 'webdriver',
      logLevel: 'error',
      capabilities: {
        browserName: 'MiniBrowser',
        'wdio:enforceWebDriverClassic': true,
        'webkitgtk:browserOptions': browser,
      },
    });
    super(connection);
    this.#connection = connection;
    this.webkit = webkit;
  }

  /**
   * @override
   * @param {import('@web/test-runner').TestRunnerCoreConfig} config
   */
  async initialize(config) {
    await super.initialize(config);
    this.name = 'WebKit';
    process.once('exit', () => this.#end());
    process.once('SIGTERM', () => process.exit(1));
    const display = await this.#startDisplay();
    const port = await freePort();
    const driver = this.#start(this.webkit.driver, [`--port=${port}`, '--host=127.0.0.1'], {
      stdio: 'ignore',
      env: { ...process.env, DISPLAY: `:${display}`, WEBKIT_DISABLE_COMPOSITING_MODE: '1' },
    });
    await listening(port, driver);
    this.#connection.port = port;
  }

  /** @override */
  async stop() {
    await super.stop();
    this.#end();
  }

  /** Lets the display choose its own number, which it writes to descriptor 3. */
  async #startDisplay() {
    const xvfb = this.#start(
      this.webkit.xvfb,
      ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'],
      { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
    );
    const out = xvfb.stdio[3];
    if (!out) throw new Error('Xvfb gave no display');
    const display = await Promise.race([
      once(out, 'data').then(([chunk]) => String(chunk).trim()),
      once(xvfb, 'exit').then(() => ''),
    ]);
    if (display === '') throw new Error('Xvfb ended before it had a display');
    return display;
  }

  /**
   * @param {string} command
   * @param {string[]} args
   * @param {import('node:child_process').SpawnOptions} options
   */
  #start(command, args, options) {
    const child = spawn(command, args, options);
    this.#processes.push(child);
    return child;
  }

  /** The driver first, so that its browser goes before the display. */
  #end() {
    for (const child of this.#processes.splice(0).reverse()) child.kill();
  }
}
