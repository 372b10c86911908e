import { expect } from '@open-wc/testing';
import { entitlement, type AccessFacts } from '../../../src/domain/index.js';
import vectors from '../../domain/vectors/entitlements.json' with { type: 'json' };
import { FACTS, answerOf, inDays } from './answers.js';
import { AnsweringBackend } from './answering-backend.js';
import { openGate, type GatePage } from './gate-page.js';

const segment = (from: number, to: number, seats = 20) => ({
  seats,
  startsAt: inDays(from),
  endsAt: inDays(to),
});

/** Facts that pass through every state of SPEC §6, and everything else that changes with time. */
const HISTORIES: Record<string, Partial<AccessFacts>> = {
  'a trial, and none after it': { launchedAt: inDays(0) },
  'a trial, an extra trial left to start': {
    launchedAt: inDays(0),
    extraTrial: { days: 7, startedAt: null },
  },
  'an extra trial': { launchedAt: inDays(-30), extraTrial: { days: 7, startedAt: inDays(0) } },
  'paid time': { segments: [segment(-100, 10)] },
  'stacked time': { segments: [segment(10, 30), segment(-100, 10)] },
  'a gap between two terms': { segments: [segment(-100, 10), segment(20, 30)] },
  'more seats in use than bought': {
    segments: [segment(-100, 100)],
    seatsInUse: 25,
    overLimitSince: inDays(-1),
  },
  'fewer seats from the next term on': {
    segments: [segment(-100, 10), segment(10, 40, 10)],
    seatsInUse: 15,
    overLimitSince: inDays(-1),
  },
};

/** Stops the page's clocks at one moment, and moves them. */
function stopClocks() {
  const { now } = performance;
  const stopped = performance.now();
  let passed = 0;
  performance.now = () => stopped + passed;
  return {
    pass: (ms: number) => void (passed += ms),
    restore: () => void (performance.now = now),
  };
}

/** What people find: whether they are in, and what the gate makes of it. */
function found({ gate, isOpen, app }: GatePage) {
  return {
    state: gate.entitlement?.state,
    seats: gate.entitlement?.seats,
    daysLeft: gate.entitlement?.daysLeft,
    notice: gate.entitlement?.notice,
    canStartExtraTrial: gate.entitlement?.canStartExtraTrial,
    blocked: gate.blocked,
    isOpen,
    seen: app.checkVisibility(),
  };
}

function expected(facts: AccessFacts, now: string) {
  const { state, seats, daysLeft, notice, canStartExtraTrial, blocked } = entitlement(facts, now);
  return {
    state,
    seats,
    daysLeft,
    notice,
    canStartExtraTrial,
    blocked,
    isOpen: !blocked,
    seen: !blocked,
  };
}

describe('expiry-gate: at each boundary, to the millisecond', () => {
  for (const [name, facts] of Object.entries(HISTORIES)) {
    it(name, async () => {
      const { facts: all } = answerOf({ facts });
      let next = entitlement(all, inDays(0)).nextChangeAt;
      const states = new Set<string>();
      while (next !== null) {
        const before = new Date(Date.parse(next) - 1).toISOString();
        const clocks = stopClocks();
        try {
          // The first answer alone: what follows is the page's own reckoning.
          const world = new AnsweringBackend(answerOf({ facts, now: before }));
          const page = await openGate(world.backend);
          await page.until(() => page.gate.entitlement !== null);
          world.answer = () => new Promise(() => undefined);
          // An app with a notice opens together with it.
          await page.until(() => page.gate.blocked === page.gate.entitlement?.blocked);
          for (const ms of [-1, 0, 1]) {
            const now = new Date(Date.parse(next) + ms).toISOString();
            expect(found(page), `${next} ${String(ms)}`).to.deep.equal(expected(all, now));
            states.add(entitlement(all, now).state);
            clocks.pass(1);
            page.gate.requestUpdate();
            await page.gate.updateComplete;
          }
        } finally {
          clocks.restore();
        }
        next = entitlement(all, next).nextChangeAt;
      }
      expect(states.size).to.be.greaterThan(1);
    });
  }

  it('passes through every state but the one before launch', () => {
    const states = Object.values(HISTORIES).flatMap((facts) => {
      const { facts: all } = answerOf({ facts });
      const found = [];
      for (let at: string | null = inDays(0); at !== null;) {
        const { state, nextChangeAt } = entitlement(all, at);
        found.push(state);
        at = nextChangeAt;
      }
      return found;
    });
    const rest = Object.keys(FACTS).filter((state) => state !== 'not-launched');
    expect([...new Set(states)].sort()).to.deep.equal(rest.sort());
  });

  it('opens at the launch, and not a millisecond before', async () => {
    const facts = { launchedAt: inDays(0) };
    for (const [ms, state] of [
      [-1, 'not-launched'],
      [0, 'trial'],
      [1, 'trial'],
    ] as const) {
      const clocks = stopClocks();
      try {
        const answer = answerOf({ facts, now: inDays(0, ms) });
        const page = await openGate(new AnsweringBackend(answer).backend);
        await page.until(() => page.gate.entitlement?.state === state);
        expect(page.isOpen).to.equal(state === 'trial');
      } finally {
        clocks.restore();
      }
    }
  });

  for (const { name, facts, now, expected: told } of vectors) {
    it(`agrees with the worked case: ${name}`, async () => {
      const answer = answerOf({ facts: facts, now });
      const clocks = stopClocks();
      try {
        const page = await openGate(new AnsweringBackend(answer).backend);
        await page.until(() => page.gate.entitlement !== null);
        await page.until(() => page.gate.blocked === page.gate.entitlement?.blocked);
        expect(page.gate.entitlement?.state).to.equal(told.state);
        expect(page.isOpen).to.equal(!told.blocked);
      } finally {
        clocks.restore();
      }
    });
  }
});
