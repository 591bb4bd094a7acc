import { liveQuery } from 'dexie';
import type { DeviceStorage } from './deviceStorage.ts';
import { readFact, writeFact } from './facts.ts';
import { judgeStart, type Found, type PageStart } from './judgeStart.ts';

/**
 * A terminal is ready once it was started without its server and found its app, its storage and its copy again (H11). Each start is a
 * chance, until the server answers: one at which it was there proves nothing. Answers how to stop looking.
 */
export function keepCommissioning(storage: DeviceStorage, start: PageStart): () => void {
  let first: Found | undefined;
  let isOver = false;
  const stop = (): void => {
    isOver = true;
    watch.unsubscribe();
  };
  const look = (now: Found): void => {
    first ??= now;
    const judged = judgeStart(first, now, start);
    if (judged === 'open' || isOver) return;
    stop();
    const { deviceId } = now.enrolment ?? {};
    if (judged === 'ready' && deviceId !== undefined) {
      const ready = { deviceId, at: storage.clock.now() };
      // Not written, it is proven by the next start.
      void writeFact(storage.database.meta, 'commissioned', ready).then(undefined, () => undefined);
    }
  };
  const watch = liveQuery(() => readFound(storage)).subscribe({ next: look, error: () => undefined });
  return stop;
}

async function readFound({ database: { device, meta } }: DeviceStorage): Promise<Found> {
  const [enrolment, status, copy, loss, commissioned] = await Promise.all([
    readFact(device, 'enrolment'),
    readFact(meta, 'syncStatus'),
    readFact(meta, 'copy'),
    readFact(meta, 'storeLoss'),
    readFact(meta, 'commissioned'),
  ]);
  return { enrolment, status, copy, loss, commissioned };
}
