import type { ConflictModel } from '../views/conflict.js';
import type { TrustContext } from './context.js';
import { mineOf, type Merge } from './merge.js';
import type { Replacement } from './replacement.js';

/** What to decide where somebody else published meanwhile; null where nobody did. */
export function conflictModel(
  context: TrustContext,
  merge: Merge,
  replacement: Replacement,
): ConflictModel | null {
  const { host, w, facts, editable } = context;
  const { desk } = host;
  const { theirs } = desk;
  if (!theirs || !facts?.published || !editable) return null;
  const { version } = theirs;
  const parts = merge.parts(context);
  const goOn = (announcement: string) => {
    host.say(announcement);
    void host.goTo('publish');
  };
  return {
    theirs: facts.published,
    baseVersion: desk.base?.version ?? null,
    found: desk.found,
    parts,
    onChoose: (chosen, side) => {
      merge.choose(chosen, side);
      host.requestUpdate();
    },
    onGoOn: () => {
      const mine = mineOf(parts);
      if (desk.changedParts.some((part) => !mine.includes(part))) replacement.remember();
      desk.rebase(mine);
      goOn(w.conflict.merged(version));
    },
    onDrop: () => {
      desk.takeTheirs();
      goOn(w.conflict.dropped(version));
    },
  };
}
