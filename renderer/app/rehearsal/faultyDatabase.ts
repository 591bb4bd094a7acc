import { failure, replaceMethod, type FaultCounter } from './faults.ts';

/**
 * How an access fails. `refused`: at once. `undone`: it succeeds, and its transaction is broken off after it; where it was the last one,
 * that is a commit that fails.
 */
export type Way = 'refused' | 'undone';

/** Every write of this page's databases, and every opening, may fail from now on. Answers how to undo it. */
export function makeDatabasesFaulty(faults: FaultCounter, way: Way): () => void {
  const writes = (['add', 'put', 'delete', 'clear'] as const).map((name) =>
    replaceMethod(IDBObjectStore.prototype, name, (original, self, given) => {
      if (!faults.isDue) return original(...given);
      if (way === 'refused') throw failure();
      const request = original(...given) as IDBRequest;
      request.addEventListener('success', () => breakOff((self as IDBObjectStore).transaction));
      return request;
    }),
  );
  const rest = [
    replaceMethod(IDBCursor.prototype, 'delete', (original, _, given) => {
      if (faults.isDue) throw failure();
      return original(...given);
    }),
    replaceMethod(IDBFactory.prototype, 'open', (original, _, given) => {
      if (faults.isDue) throw failure();
      return original(...given);
    }),
  ];
  return () => {
    for (const undo of [...writes, ...rest]) undo();
  };
}

function breakOff(transaction: IDBTransaction): void {
  try {
    transaction.abort();
  } catch {
    // It was broken off already.
  }
}
