import type { Response } from '../../core/response/index.ts';
import { sameResponses } from './sameResponses.ts';

/** A peer's own storage and its own replication. */
export interface DrainedPeer<Opened> {
  readonly open: () => Promise<Opened>;
  readonly add: (opened: Opened, responses: readonly Response[]) => Promise<void>;
  /** One push replication to the end. Answers how many documents it wrote. */
  readonly push: (opened: Opened) => Promise<number>;
  readonly remove: (opened: Opened) => Promise<unknown>;
}

const AT_ONCE = 5_000;

/** Makes the page of a peer: filling is not timed, and what was not pushed whole does not count. */
export function offerPeer<Opened>({ open, add, push, remove }: DrainedPeer<Opened>): void {
  let filled: { readonly opened: Opened; readonly count: number } | undefined;
  window.fill = async (count) => {
    const opened = await open();
    for (let from = 0; from < count; from += AT_ONCE)
      await add(opened, sameResponses(Math.min(AT_ONCE, count - from)));
    filled = { opened, count };
    return 0;
  };
  window.drain = async () => {
    if (filled === undefined) throw new Error('fill first');
    const { opened, count } = filled;
    const begin = performance.now();
    const written = await push(opened);
    const took = performance.now() - begin;
    if (written !== count) throw new Error(`${String(written)} of ${String(count)} were written`);
    await remove(opened);
    return took;
  };
}
