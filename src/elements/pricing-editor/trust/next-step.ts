import { addDays, isAfter } from '../../../domain/instant.js';
import { gatesOf } from '../checklist.js';
import type { Facts } from '../controllers/workspace.js';
import type { TrustContext } from './context.js';

/** What is to be done next on the way to launch and by whom, as the backend sees it; afterwards how the sale stands. */
export function nextStep({ host, w, format }: TrustContext, { installation }: Facts): string {
  const gate = gatesOf(installation).find(({ state }) => state === 'open');
  if (gate) {
    return gate.name === 'authorization'
      ? w.guide.authorization(installation.customerName)
      : w.guide[gate.name];
  }
  const { subscription } = installation;
  if (!subscription?.launchedAt || subscription.segments.length > 0) return w.guide.selling;
  const { extraTrial, launchedAt, trialDays } = subscription;
  const endsAt =
    extraTrial && extraTrial.startedAt !== null
      ? addDays(extraTrial.startedAt, extraTrial.days)
      : addDays(launchedAt, trialDays);
  return isAfter(endsAt, host.workspace.clock.now())
    ? w.guide.trial(format.dateTime(endsAt))
    : w.guide.selling;
}
