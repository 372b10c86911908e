import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { launchChromium } from '../helpers/chromium.js';

interface StoryIndex {
  readonly entries: Readonly<
    Record<
      string,
      { readonly id: string; readonly type: string; readonly title: string; readonly name: string }
    >
  >;
}

/** What this test reads of Storybook's preview. */
interface Preview {
  readonly currentRender?: {
    readonly phase?: string;
    readonly story?: { readonly parameters: { readonly busy?: boolean } };
  };
}

interface StoryWindow extends Window {
  readonly __STORYBOOK_PREVIEW__?: Preview;
  readonly axe: { run(context: string, options: RunOptions): Promise<AxeResults> };
}

const WCAG_22_AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const storybookUrl = inject('storybookUrl');
const index = (await (await fetch(new URL('index.json', storybookUrl))).json()) as StoryIndex;
const stories = Object.values(index.entries).filter(({ type }) => type === 'story');
const axeSource = await readFile(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
);

let browser: Browser;
let page: Page;
const errors: Error[] = [];

beforeAll(async () => {
  browser = await launchChromium();
  page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.addInitScript({ content: axeSource });
  page.on('pageerror', (error) => errors.push(error));
});
afterAll(() => browser.close());

/** Opens one story alone and waits until it has rendered and nothing in it is busy any more. */
async function open(id: string, theme: string) {
  errors.length = 0;
  // Storybook's own run of axe is switched off: this test is that run.
  const globals = `theme:${theme};a11y.manual:!true`;
  await page.goto(`${storybookUrl}iframe.html?viewMode=story&id=${id}&globals=${globals}`);
  const ended = await page.waitForFunction(() => {
    const render = (window as unknown as StoryWindow).__STORYBOOK_PREVIEW__?.currentRender;
    const phase = render?.phase ?? '';
    if (phase !== 'finished' && phase !== 'errored') return null;
    const shown = document.body.classList.contains('sb-show-main');
    return {
      error: shown ? '' : (document.querySelector('#error-message')?.textContent ?? phase),
      busy: render?.story?.parameters.busy === true,
    };
  });
  const outcome = await ended.jsonValue();
  expect(outcome?.error, 'the story renders').toBe('');
  if (outcome?.busy) return;
  await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
}

/** Each violation as one line with the places it was found at. */
async function violations() {
  const found = await page.evaluate(
    (values) =>
      (window as unknown as StoryWindow).axe.run('#storybook-root', {
        runOnly: { type: 'tag', values },
        resultTypes: ['violations'],
      }),
    WCAG_22_AA,
  );
  return found.violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help} at ${nodes.map(({ target }) => target.flat().join(' ')).join(', ')}`,
  );
}

/** A test for every story in one theme. The themes are files of their own, so that they run side by side. */
export function checkStories(theme: 'light' | 'dark'): void {
  it.each(stories)(`$title › $name has no violation in ${theme}`, async ({ id }) => {
    await open(id, theme);
    expect(await violations()).toEqual([]);
    expect(errors).toEqual([]);
  });
}
