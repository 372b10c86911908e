import type { Page } from 'playwright-core';

/** What a person could have seen of the apps in a page, frame by frame, from its first. */
export interface Recording {
  frames: number;
  /** Frames of a page that is parsed, or shows an app already; and those of them in which something of an app was drawn. */
  drawn: number;
  painted: number;
  /** Frames in which a field of an app took the focus. */
  focused: number;
  /** What the browser itself says it painted of an app, and when the page was painted at all, in milliseconds. */
  appPainted: number | null;
  firstPaint: number | null;
  /** Sum of its layout shifts. */
  shift: number;
}

declare global {
  var recording: Recording;
}

/** Records from before the first script of the page. Runs in the page. */
function record(): void {
  const made: Recording = (globalThis.recording = {
    frames: 0,
    drawn: 0,
    painted: 0,
    focused: 0,
    appPainted: null,
    firstPaint: null,
    shift: 0,
  });
  const isSeen = (app: HTMLElement): boolean => {
    const { x, y, width, height } = app.getBoundingClientRect();
    if (width * height === 0 || !app.checkVisibility()) return false;
    return app.contains(document.elementFromPoint(x + width / 2, y + height / 2));
  };
  const frame = (): void => {
    made.frames++;
    const shows = [...document.querySelectorAll<HTMLElement>('.app')].some(isSeen);
    if (shows) made.painted++;
    if (shows || document.readyState !== 'loading') made.drawn++;
    for (const field of document.querySelectorAll<HTMLElement>('.app input')) {
      field.focus();
      if (document.activeElement === field) made.focused++;
      field.blur();
    }
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  const observe = (type: string, take: (entry: PerformanceEntry) => void): void => {
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({
      type,
      buffered: true,
    });
  };
  observe('layout-shift', (entry) => {
    made.shift += (entry as PerformanceEntry & { value: number }).value;
  });
  observe('element', (entry) => {
    made.appPainted ??= (entry as PerformanceEntry & { renderTime: number }).renderTime;
  });
  observe('paint', ({ startTime }) => {
    made.firstPaint ??= startTime;
  });
}

/** Records everything that the page will load. */
export async function startRecording(page: Page): Promise<void> {
  await page.addInitScript(record);
}

/** What was recorded so far. */
export function recorded(page: Page): Promise<Recording> {
  return page.evaluate(() => globalThis.recording);
}

/** Waits until so many more frames were drawn. */
export async function moreFrames(page: Page, count = 10): Promise<void> {
  const { drawn } = await recorded(page);
  await page.waitForFunction((until) => globalThis.recording.drawn >= until, drawn + count);
}
