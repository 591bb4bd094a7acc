import type { DeviceStorage } from '../deviceStorage.ts';
import { withinDeadline } from '../withinDeadline.ts';
import { compactOutbox } from './compactOutbox.ts';

/** First look after a start, and then from look to look: what waits for minutes may wait for days. */
const EVERY = 30_000;
/** Room between two segments for whoever finishes a response just then. */
const BREATH = 30;

/** Puts what waits together in the background, a segment at a time. Answers how to stop. */
export function keepCompact(storage: DeviceStorage): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;
  const work = async (): Promise<void> => {
    const made = await withinDeadline(storage, () => compactOutbox(storage));
    // What failed may succeed later; until then the rows are as good as ever.
    if (!stopped) timer = setTimeout(() => void work(), made.ok && made.value ? BREATH : EVERY);
  };
  timer = setTimeout(() => void work(), EVERY);
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}
