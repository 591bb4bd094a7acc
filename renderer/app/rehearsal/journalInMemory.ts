import { err, ok, type Result } from '../../../core/kernel/index.ts';
import { JournalRing } from '../../platform/journal/journalRing.ts';
import type { SegmentFile } from '../../platform/journal/segmentFile.ts';
import type { Journal } from '../../platform/journal/openJournal.ts';

const SIZE = 20_000;
const FILES = 3;

/** The files of a journal, without a disk below: they outlive the page, and cost no time to be made. */
export function newFiles(): readonly SegmentFile[] {
  return Array.from({ length: FILES }, (): SegmentFile => {
    const bytes = new Uint8Array(SIZE);
    return {
      size: SIZE,
      found: true,
      read: (at, length) => bytes.slice(at, at + length),
      write: (given, at) => bytes.set(given, at),
      flush: () => undefined,
    };
  });
}

/** The shipped ring on such files. For where it is the database that fails. */
export function journalInMemory(files: readonly SegmentFile[]): Journal {
  const ring = new JournalRing(files);
  const answer = <T>(work: () => T): Promise<Result<T, string>> => {
    try {
      return Promise.resolve(ok(work()));
    } catch (error) {
      return Promise.resolve(err(String(error)));
    }
  };
  return {
    open: () => answer(() => ring.summary()),
    check: () =>
      answer(() => {
        while (ring.check());
        return ring.summary();
      }),
    append: (entries) => answer(() => ring.append(entries)),
    release: (storeEpoch, range) => ring.release(storeEpoch, range),
    read: (storeEpoch, ranges) => answer(() => ring.read(storeEpoch, ranges)),
    probeRoom: () => Promise.resolve(true),
    dropBallast: () => Promise.resolve(false),
  };
}
