import { html, nothing, type TemplateResult } from 'lit';
import { staleBanner } from '../../../ui/templates/banner.js';
import type { Live } from '../live.js';
import type { TaskFlow } from '../tasks/task-flow.js';
import type { ViewContext } from './context.js';

interface LiveNote extends ViewContext {
  live: Live;
  flow: TaskFlow | undefined;
}

/** Above the rows, where changes do not come by themselves. */
export function liveNote({ t, live, flow }: LiveNote): TemplateResult | typeof nothing {
  const words = live.failed && flow?.textsWith(t);
  if (!words) return nothing;
  const retry = { label: words.common.retry, onRetry: () => live.retry() };
  return html`<div class="unwatched">${staleBanner(words.unwatched, retry)}</div>`;
}
