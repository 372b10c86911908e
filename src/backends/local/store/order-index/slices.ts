/** Work that can be put down at every `yield` and taken up again. */
export type Sliced<Result> = Generator<undefined, Result>;

/** How long a slice goes on before the page gets a turn; with its last step well below the 50 ms at which input feels blocked. */
const SLICE_MS = 5;
/** Steps of a loop between two yields: a fraction of a millisecond. */
export const STEPS_BETWEEN = 1024;

/** Does the work in slices, with a turn for whatever else waits between them, and before what is done with the result of more than one. */
export async function inSlices<Result>(work: Sliced<Result>): Promise<Result> {
  for (let sliced = false; ; sliced = true) {
    const until = performance.now() + SLICE_MS;
    do {
      const step = work.next();
      if (step.done) {
        if (sliced) await turn();
        return step.value;
      }
    } while (performance.now() < until);
    await turn();
  }
}

/** A task of its own, without the delay that browsers add to timers. */
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
