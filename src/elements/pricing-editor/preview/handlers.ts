import type { ProviderHost } from '../controllers/provider.js';
import type { SampleHandlers } from '../views/sample.js';
import { segmentField } from '../views/segments.js';
import type { PreviewDesk } from './desk.js';
import { withHolding, withSegment } from './holder.js';

/** What a person does with the sample order and with what its customer has. */
export function sampleHandlers(host: ProviderHost, preview: PreviewDesk): SampleHandlers {
  const { desk, workspace, t, format } = host;
  const place = (index: number) => t.place(index, format);
  return {
    onSample: (change) => preview.ask(change),
    onHolding: (holding) => {
      const now = workspace.clock.now();
      const { policy } = desk.assessment;
      preview.ask(withHolding(preview.sample, holding, policy, now, format.timeZone));
    },
    onSegment: (id, change) =>
      preview.ask({
        segments: preview.sample.segments.map((segment) =>
          segment.id === id ? { ...segment, ...change } : segment,
        ),
      }),
    onAddSegment: () => {
      preview.ask(withSegment(preview.sample));
      const { segments } = preview.sample;
      host.say(preview.t.sample.added(place(segments.length - 1)));
      void host.goTo(segmentField(segments.at(-1)?.id ?? 0, 'seats'));
    },
    onRemoveSegment: (id) => {
      const index = preview.sample.segments.findIndex((segment) => segment.id === id);
      preview.ask({ segments: preview.sample.segments.filter((segment) => segment.id !== id) });
      host.say(preview.t.sample.removed(place(index)));
      void host.goTo('add-segment');
    },
  };
}
