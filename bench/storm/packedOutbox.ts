import { gzipSync } from 'node:zlib';
import type { BatchWanted, WaitingBatch, WaitingPacked } from '../../renderer/sync/ports.ts';
import { RehearsedOutbox } from '../../renderer/sync/rehearsal/rehearsedOutbox.ts';

/** Keeps what waits packed, as a device does with its segments, so that a storm of thousands costs its one process little. */
export class PackedOutbox extends RehearsedOutbox {
  #packed: WaitingPacked | null = null;

  /** After all have been recorded. */
  pack(): void {
    const items = [...this.waiting.values()].map(({ storeEpoch: _, firstSeq: __, ...item }) => item);
    const zipped = new Uint8Array(gzipSync(items.map((item) => JSON.stringify(item)).join(',')));
    const places = items.map(({ responseId, rev, contentHash, seq }) => ({
      responseId,
      rev,
      contentHash,
      seq,
    }));
    this.#packed = { storeEpoch: this.storeEpoch, firstSeq: 1, places, packed: [zipped.buffer] };
  }

  override async readBatch(wanted: BatchWanted): Promise<WaitingBatch | WaitingPacked | null> {
    const whole = this.#packed;
    const { maxPackedItems, after } = wanted;
    const isWhole = whole !== null && whole.places.length === this.waiting.size;
    if (isWhole && after === 0 && whole.places.length <= maxPackedItems) return whole;
    return super.readBatch({ ...wanted, maxPackedItems: 0 });
  }
}
