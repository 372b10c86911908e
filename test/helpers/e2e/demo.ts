import type { Browser, BrowserContext, Page } from 'playwright-core';
import { inject } from 'vitest';

/** One person's browser on the demo: its storage, its time zone, and a clock that stands still until the demo's bar moves it. */
export interface Demo {
  context: BrowserContext;
  /** Whatever the pages complained about: errors and warnings of the console, and what nobody caught. */
  problems: string[];
  /** Opens a page of the demo in a new tab, by its file name, with a query if need be. */
  open(page: string): Promise<Page>;
  close(): Promise<void>;
}

export interface DemoOptions {
  /** What the device's clock says, as an ISO 8601 instant; it runs when absent. */
  at?: string;
  /** CSS pixels; 1280 wide when absent. */
  width?: number;
}

/** The tests' build has Lit tell what is done badly, and that it does so. */
const DEV_MODE = 'Lit is in dev mode.';

/** How long a page may take until it shows what is looked for. */
const PATIENCE_MS = 15_000;

export async function openDemo(
  browser: Browser,
  { at, width = 1280 }: DemoOptions = {},
): Promise<Demo> {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  });
  context.setDefaultTimeout(PATIENCE_MS);
  if (at !== undefined) await context.clock.setFixedTime(at);
  const problems: string[] = [];
  context.on('console', (message) => {
    const text = message.text();
    if (!['error', 'warning'].includes(message.type()) || text.startsWith(DEV_MODE)) return;
    problems.push(text);
  });
  context.on('weberror', (error) => problems.push(error.error().message));
  return {
    context,
    problems,
    async open(path) {
      const page = await context.newPage();
      await page.goto(inject('demoUrl') + path);
      return page;
    },
    close: () => context.close(),
  };
}
