import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ServerClock } from '../../src/ui/server-clock.js';

const START = '2026-03-01T08:00:00.000Z';
const later = (ms: number) => new Date(Date.parse(START) + ms).toISOString();
const DAY = 86_400_000;

class Page extends EventTarget {
  visibilityState = 'visible';
}

class TransitionEvent extends Event {
  constructor(
    type: string,
    readonly persisted: boolean,
  ) {
    super(type);
  }
}

function setup({ connected = true } = {}) {
  const controllers: ReactiveController[] = [];
  const host = { addController: (controller) => controllers.push(controller) } as Pick<
    ReactiveControllerHost,
    'addController'
  > as ReactiveControllerHost;
  const onDoubt = vi.fn();
  const clock = new ServerClock(host, onDoubt);
  const connect = () => controllers.forEach((controller) => controller.hostConnected?.());
  const disconnect = () => controllers.forEach((controller) => controller.hostDisconnected?.());
  if (connected) connect();
  return { clock, onDoubt, connect, disconnect };
}

describe('ServerClock', () => {
  let page: Page;
  let view: EventTarget;

  beforeEach(() => {
    page = new Page();
    view = new EventTarget();
    vi.useFakeTimers();
    vi.setSystemTime('2031-01-01T00:00:00.000Z');
    vi.stubGlobal('document', page);
    vi.stubGlobal('PageTransitionEvent', TransitionEvent);
    vi.stubGlobal('addEventListener', view.addEventListener.bind(view));
    vi.stubGlobal('removeEventListener', view.removeEventListener.bind(view));
  });

  afterEach(() => {
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });

  it("tells the backend's time, whatever the device believes", () => {
    const { clock } = setup();
    clock.sync(START);
    expect(clock.now()).toBe(START);
    vi.advanceTimersByTime(5_000);
    vi.setSystemTime('1999-01-01T00:00:00.000Z');
    expect(clock.now()).toBe(later(5_000));
    expect(clock.until(later(8_000))).toBe(3_000);
  });

  it('rings at the instant, once', () => {
    const { clock } = setup();
    clock.sync(START);
    const ring = vi.fn();
    clock.at(later(1_000), ring);
    vi.advanceTimersByTime(999);
    expect(ring).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(ring).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(DAY);
    expect(ring).toHaveBeenCalledTimes(1);
  });

  it('waits longer than one timer can', () => {
    const { clock } = setup();
    clock.sync(START);
    const ring = vi.fn();
    clock.at(later(40 * DAY), ring);
    vi.advanceTimersByTime(40 * DAY - 1);
    expect(ring).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(ring).toHaveBeenCalledTimes(1);
  });

  it('rings sooner when the backend turns out to be ahead', () => {
    const { clock } = setup();
    clock.sync(START);
    const ring = vi.fn();
    clock.at(later(DAY), ring);
    clock.sync(later(DAY));
    vi.advanceTimersByTime(0);
    expect(ring).toHaveBeenCalledTimes(1);
  });

  it('does not ring when cancelled, nor while the element is away', () => {
    const { clock, disconnect, connect } = setup();
    clock.sync(START);
    const cancelled = vi.fn();
    clock.at(later(1_000), cancelled)();
    const away = vi.fn();
    clock.at(later(1_000), away);
    disconnect();
    vi.advanceTimersByTime(2_000);
    expect(away).not.toHaveBeenCalled();
    connect();
    vi.advanceTimersByTime(0);
    expect(away).toHaveBeenCalledTimes(1);
    expect(cancelled).not.toHaveBeenCalled();
  });

  it('doubts itself when the page is shown again or comes out of the cache', () => {
    const { onDoubt } = setup();
    page.visibilityState = 'hidden';
    page.dispatchEvent(new Event('visibilitychange'));
    view.dispatchEvent(new TransitionEvent('pageshow', false));
    expect(onDoubt).not.toHaveBeenCalled();
    page.visibilityState = 'visible';
    page.dispatchEvent(new Event('visibilitychange'));
    expect(onDoubt).toHaveBeenCalledTimes(1);
    view.dispatchEvent(new TransitionEvent('pageshow', true));
    expect(onDoubt).toHaveBeenCalledTimes(2);
  });

  it('doubts itself once when the device slept', () => {
    const { clock, onDoubt } = setup();
    clock.sync(START);
    clock.at(later(DAY), vi.fn());
    vi.advanceTimersByTime(60_000);
    expect(onDoubt).not.toHaveBeenCalled();
    vi.setSystemTime(Date.now() + 3_600_000);
    vi.advanceTimersByTime(120_000);
    expect(onDoubt).toHaveBeenCalledTimes(1);
  });

  it('hears nothing after the element has left', () => {
    const { onDoubt, disconnect } = setup();
    disconnect();
    page.dispatchEvent(new Event('visibilitychange'));
    expect(onDoubt).not.toHaveBeenCalled();
  });
});
