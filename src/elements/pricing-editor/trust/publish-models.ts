import type { Facts } from '../controllers/workspace.js';
import type { LaunchModel } from '../views/launch.js';
import type { ReviewModel } from '../views/review.js';
import { changeText } from '../change-words.js';
import type { TrustContext } from './context.js';
import { reviewFindings, type Acceptance, type ReviewFindings } from './review.js';

const NOTHING_FOUND: ReviewFindings = { effects: [], risks: [] };

/** What the review shows; nothing is worked out before it is open. */
export function reviewModel(
  context: TrustContext,
  facts: Facts,
  acceptance: Acceptance,
): ReviewModel {
  const { host, provider, t, format } = context;
  const { desk, workspace } = host;
  const { policy } = desk.assessment;
  const { base } = desk;
  const open = provider.reviewing;
  const findings = open && policy ? reviewFindings(context, facts, policy) : NOTHING_FOUND;
  const { risks } = findings;
  return {
    open,
    version: (facts.published?.version ?? 0) + 1,
    changes:
      open && base && policy
        ? desk.changes.map((change) => changeText(t, change, base.policy, policy, format))
        : [],
    findings,
    accepted: acceptance.isGiven(risks),
    acceptFirst: acceptance.missing,
    pending: workspace.publishing.pending,
    error: workspace.publishing.error,
    onAccept: (accepted) => {
      acceptance.give(risks, accepted);
      host.requestUpdate();
    },
    onConfirm: () => {
      acceptance.missing = !acceptance.isGiven(risks);
      host.requestUpdate();
      if (acceptance.missing) void host.goTo('accept-risks');
      else void provider.publish();
    },
    onClose: () => {
      acceptance.withdraw();
      provider.closeReview();
    },
  };
}

export function launchModel(
  { host: { workspace }, provider }: TrustContext,
  { published }: Facts,
): LaunchModel {
  return {
    open: provider.asking,
    published,
    now: workspace.clock.now(),
    pending: workspace.launching.pending,
    error: workspace.launching.error,
    onConfirm: () => void provider.launch(),
    onClose: () => provider.closeAsking(),
  };
}
