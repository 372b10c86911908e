import {
  BACKEND_ERROR_CODES,
  BackendError,
  type BackendErrorCode,
  type BillingBackend,
} from '../../src/contract/index.js';

/** The calls that answer once. */
export type CallName = Exclude<keyof BillingBackend, 'watch'>;

/** Answers that are none. */
export const RUBBISH = ['nothing', 'text', 'number', 'list', 'holes', 'stranger'] as const;

/**
 * What befalls a call. An error code: refused, undone. `lost`: done, but its answer never comes and the connection breaks. `hang`: it stays
 * on the way, also after the caller gave up, until {@link FaultyBackend.release}, and is done then. `late`: done at once, answered at the
 * release. `twice`: delivered two times, as a repeating proxy does; the second answer counts. Rubbish: done, and answered with no record
 * at all (`nothing`, `text`, `number`, `list`), with every second field missing (`holes`), or with a record of something else (`stranger`).
 */
export type Fault =
  BackendErrorCode | 'lost' | 'hang' | 'late' | 'twice' | (typeof RUBBISH)[number];

/** Every fault there is. */
export const FAULTS: readonly Fault[] = [
  ...BACKEND_ERROR_CODES,
  'lost',
  'hang',
  'late',
  'twice',
  ...RUBBISH,
];

/** One fault of each kind, where all of them are met elsewhere. */
export const EACH_KIND: readonly Fault[] = [
  'network',
  'conflict',
  'lost',
  'hang',
  'late',
  'twice',
  'nothing',
  'stranger',
];

/** What a fault stands for is the same in every engine: one of them meets all, the others one of each kind. */
export const WALKED: readonly Fault[] = navigator.userAgent.includes('Chrome/')
  ? FAULTS
  : EACH_KIND;

/** What befalls the watching: it cannot be done, never says anything, or says everything twice. */
export type WatchFault = 'throws' | 'silent' | 'twice';

/** Which calls it befalls, counted from when it was planned: from the first (1) on, and how many. */
export interface Turns {
  first?: number;
  times?: number;
}

interface Plan {
  fault: Fault;
  first: number;
  last: number;
  seen: number;
}

/** A backend behind a bad network, and what the test holds of it. */
export interface FaultyBackend extends BillingBackend {
  /** Every call so far, in order, with its arguments but without its options. */
  readonly calls: { name: CallName; args: unknown[] }[];
  /** How many calls hang or wait with their answer. */
  readonly held: number;
  /** How many others are not answered yet. */
  readonly open: number;
  /** From now on calls of this name go wrong; another plan for the same name takes its place. */
  plan(name: CallName, fault: Fault, turns?: Turns): void;
  /** Who watches from now on is served so. */
  planWatch(fault: WatchFault): void;
  /** Everything works again; what is held stays held. */
  mend(): void;
  /** Lets everything go on that is held, newest first. Resolves when it has been answered. */
  release(): Promise<void>;
}

/** `inner`, with whatever a test makes go wrong on the way there or back. */
export function createFaultyBackend(inner: BillingBackend): FaultyBackend {
  const calls: FaultyBackend['calls'] = [];
  const plans = new Map<CallName, Plan>();
  let held: (() => Promise<void>)[] = [];
  let open = 0;
  let watchFault: WatchFault | null = null;

  const faultFor = (name: CallName): Fault | null => {
    const plan = plans.get(name);
    if (!plan) return null;
    plan.seen += 1;
    return plan.seen >= plan.first && plan.seen <= plan.last ? plan.fault : null;
  };

  /** Holds what comes next; the caller's answer comes after the release. */
  const hold = <Value>(next: () => Promise<Value>): Promise<Value> =>
    new Promise((resolve, reject) => {
      open -= 1;
      held.push(() => {
        open += 1;
        return next().then(resolve, reject);
      });
    });

  const call = async (name: CallName, given: unknown[]): Promise<unknown> => {
    open += 1;
    try {
      return await carry(name, given);
    } finally {
      open -= 1;
    }
  };

  const carry = (name: CallName, given: unknown[]): Promise<unknown> => {
    const options = given.at(-1);
    const args = isOptions(options) ? given.slice(0, -1) : given;
    calls.push({ name, args: structuredClone(args) });
    // The signal stays behind where a call outlives its caller: who gave up cannot call back what is on its way.
    const deliver = (all: unknown[] = args) =>
      (inner[name] as (...all: unknown[]) => Promise<unknown>)(...all);
    const fault = faultFor(name);
    switch (fault) {
      case null:
        return deliver(given);
      case 'lost':
        return deliver().then(() => {
          throw new BackendError('network');
        });
      case 'hang':
        return hold(() => deliver());
      case 'late': {
        const answer = deliver();
        answer.catch(() => undefined);
        return hold(() => answer);
      }
      case 'twice':
        return deliver().then(() => deliver());
      default:
        return isRubbish(fault)
          ? deliver().then((answer) => spoiled(answer, fault))
          : Promise.reject(new BackendError(fault));
    }
  };

  const watch: BillingBackend['watch'] = (id, onChange) => {
    if (watchFault === 'throws') throw new BackendError('unavailable');
    if (watchFault === 'silent') return () => undefined;
    return inner.watch(id, (change) => {
      onChange(change);
      if (watchFault === 'twice') onChange(change);
    });
  };

  const controls = {
    calls,
    plan(name: CallName, fault: Fault, { first = 1, times = Infinity }: Turns = {}) {
      plans.set(name, { fault, first, last: first + times - 1, seen: 0 });
    },
    planWatch(fault: WatchFault) {
      watchFault = fault;
    },
    mend() {
      plans.clear();
      watchFault = null;
    },
    async release() {
      const waiting = held.reverse();
      held = [];
      for (const goOn of waiting) await goOn();
    },
  };
  return new Proxy(controls, {
    get(own, name) {
      if (name === 'held') return held.length;
      if (name === 'open') return open;
      if (name in own) return Reflect.get(own, name) as unknown;
      // A promise may ask whether this is one.
      if (name === 'then' || typeof name === 'symbol') return undefined;
      return name === 'watch' ? watch : (...given: unknown[]) => call(name as CallName, given);
    },
  }) as unknown as FaultyBackend;
}

function isOptions(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'signal' in value;
}

function isRubbish(fault: Fault): fault is (typeof RUBBISH)[number] {
  return (RUBBISH as readonly string[]).includes(fault);
}

/** The names that say what a record is about. */
const NAMES = ['id', 'installationId', 'attemptId', 'orderId', 'userId'];

function spoiled(answer: unknown, rubbish: (typeof RUBBISH)[number]): unknown {
  switch (rubbish) {
    case 'nothing':
      return undefined;
    case 'text':
      return '<html>504 Gateway Time-out</html>';
    case 'number':
      return 200;
    case 'list':
      return [answer];
    case 'holes':
      return fromEntries(answer, (entries) => entries.filter((_entry, index) => index % 2 === 1));
    case 'stranger':
      return fromEntries(answer, (entries) =>
        entries.map(([name, value]) => [name, NAMES.includes(name) ? 'stranger' : value]),
      );
  }
}

function fromEntries(
  answer: unknown,
  change: (entries: [string, unknown][]) => [string, unknown][],
): unknown {
  return typeof answer === 'object' && answer !== null
    ? Object.fromEntries(change(Object.entries(answer)))
    : {};
}
