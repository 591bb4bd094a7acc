import type { PushItem } from '../../../core/protocol/index.ts';

type Link = Pick<PushItem, 'seq' | 'contentHash' | 'chain'>;

/** What a server knows of one store epoch of a device. */
export class RehearsedSequence {
  firstSeq = 1;
  forked = false;
  readonly #links = new Map<number, Link>();

  add({ seq, contentHash, chain }: Link, isNew: boolean): void {
    const there = this.#links.get(seq);
    if (there === undefined) this.#links.set(seq, { seq, contentHash, chain });
    else if (isNew) this.forked = true;
  }

  get held(): number {
    return this.#links.size;
  }

  highWater(): { readonly highWater: number; readonly highWaterChain?: string } {
    let next = this.firstSeq;
    while (this.#links.has(next)) next += 1;
    const chain = this.#links.get(next - 1)?.chain;
    return chain === undefined ? { highWater: 0 } : { highWater: next - 1, highWaterChain: chain };
  }

  copy(): RehearsedSequence {
    const copy = new RehearsedSequence();
    copy.firstSeq = this.firstSeq;
    copy.forked = this.forked;
    for (const link of this.#links.values()) copy.add(link, true);
    return copy;
  }
}
