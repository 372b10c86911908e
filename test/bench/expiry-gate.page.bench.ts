import type { BillingBackend } from '../../src/contract/index.js';
import '../../src/elements/expiry-gate/define.js';
import { ExpiryGate } from '../../src/elements/expiry-gate/expiry-gate.js';
import { answerOf, bought } from '../elements/expiry-gate/answers.js';
import { BareGate } from './bare-gate.js';

/**
 * The main-thread time that a gate adds to a page, from its making to the open app's layout, asked and answered, as a ratio to a bare Lit
 * gate that does the same with the same answer. Both are made in turn, round after round, and the median round counts, so that a
 * busy machine slows both alike. The app inside is one empty element: what it costs is not the gate's.
 */
const ROUNDS = 101;
const BATCH = 20;
const GOAL = 1.5;

const answer = answerOf({ facts: bought(200) });
const answers: Partial<BillingBackend> = {
  entitlement: () => Promise.resolve(answer),
  watch: () => () => undefined,
};
const backend = answers as BillingBackend;
const place = document.body.appendChild(document.createElement('main'));
customElements.define('bare-gate', BareGate);

/** Lets everything that is ready to run, run. */
function turn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/** Lets people in with the answer of the backend, and with nothing kept from before. */
async function open(gate: ExpiryGate | BareGate): Promise<HTMLElement> {
  localStorage.clear();
  gate.setAttribute('installation-id', answer.installationId);
  gate.backend = backend;
  gate.append(document.createElement('main'));
  place.append(gate);
  while (gate.blocked) await turn();
  await gate.updateComplete;
  return gate;
}

/** Milliseconds that one gate takes, layout included. */
async function time(make: () => ExpiryGate | BareGate): Promise<number> {
  const begin = performance.now();
  for (let count = 0; count < BATCH; count += 1) {
    const gate = await open(make());
    gate.getBoundingClientRect();
    gate.remove();
  }
  return (performance.now() - begin) / BATCH;
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

async function run(): Promise<{ text: string; good: boolean }> {
  const kit = () => time(() => new ExpiryGate());
  const bare = () => time(() => new BareGate());
  for (let warm = 0; warm < 10; warm += 1) {
    await kit();
    await bare();
  }
  const rounds: { kit: number; bare: number }[] = [];
  for (let count = 0; count < ROUNDS; count += 1) {
    rounds.push({ kit: await kit(), bare: await bare() });
  }
  const ratio = median(rounds.map((round) => round.kit / round.bare));
  const milliseconds = (which: 'kit' | 'bare') =>
    median(rounds.map((round) => round[which])).toFixed(2);
  return {
    text:
      `expiry-gate: added to a page ${milliseconds('kit')} ms, ` +
      `by a bare Lit gate ${milliseconds('bare')} ms, ratio ${ratio.toFixed(2)}; goal ${GOAL}`,
    good: ratio <= GOAL,
  };
}

declare global {
  /** What {@link run} found, for who started the page. */
  var benchReport: { text: string; good: boolean } | undefined;
}

globalThis.benchReport = await run();
