/** Milliseconds after which others are heard. */
const SLICE = 4;

/**
 * Works through a list in slices, and lets whoever waits at the sockets be heard in between. However many batches are inside, only
 * one of them has a slice in each round of the event loop.
 */
export async function inSlices<T, Done>(items: readonly T[], work: (item: T) => Done): Promise<Done[]> {
  const done: Done[] = [];
  let until = performance.now() + SLICE;
  for (const item of items) {
    if (performance.now() > until) {
      await ownRound();
      until = performance.now() + SLICE;
    }
    done.push(work(item));
  }
  return done;
}

let before: Promise<void> = Promise.resolve();

function ownRound(): Promise<void> {
  before = before.then(() => new Promise((resolve) => setImmediate(resolve)));
  return before;
}
