import type { Page } from 'playwright-core';
import type { OutboxBatch } from '../../renderer/data/readBatch.ts';

/** Everything that waits, batch by batch, as it would be sent. */
export const readBatches = (page: Page): Promise<OutboxBatch[]> =>
  page.evaluate(async () => {
    const { device } = window;
    const batches = [];
    for (let after = 0; ;) {
      const batch = await device.readBatch(device.storage, 500, after);
      if (batch === null) return batches;
      batches.push(batch);
      after = batch.items.at(-1)?.seq ?? after;
    }
  });
