// For what TypeScript's library for pages leaves out.
import type {} from '../../platform/journal/opfsFiles.ts';
import { failure, FaultCounter, replaceMethod, type FaultPlan } from './faults.ts';

/** Told to the worker before anything is asked of it, and on the way: which access to its files fails; `null`: none any more. */
export interface FaultOrder {
  readonly faults: FaultPlan | null;
}

/** Answered to each order: how many accesses there were until then. */
export interface FaultCount {
  readonly accesses: number;
}

const faults = new FaultCounter();
/** TypeScript's library for pages leaves it out. */
const { FileSystemSyncAccessHandle: Handle } = globalThis as unknown as {
  readonly FileSystemSyncAccessHandle: { readonly prototype: FileSystemSyncAccessHandle };
};
for (const name of ['write', 'flush', 'read', 'truncate'] as const) {
  replaceMethod(Handle.prototype, name, (original, _, given) => {
    if (faults.isDue) throw failure();
    return original(...given);
  });
}
replaceMethod(FileSystemFileHandle.prototype, 'createSyncAccessHandle', (original, _, given) => {
  if (faults.isDue) return Promise.reject(failure());
  return original(...given);
});

/** Few files, as each takes its time to be made. */
const MOST_SEGMENTS = 3;
replaceMethod(FileSystemDirectoryHandle.prototype, 'getFileHandle', (original, _, given) => {
  const number = /^segment-(\d+)$/.exec(String(given[0]))?.[1];
  if (Number(number) >= MOST_SEGMENTS) return Promise.reject(failure());
  return original(...given);
});

addEventListener('message', (event: MessageEvent<FaultOrder | { readonly id: number }>) => {
  const { data } = event;
  if (!('faults' in data)) return;
  event.stopImmediatePropagation();
  const answer: FaultCount = { accesses: faults.count };
  if (data.faults === null) faults.end();
  else faults.begin(data.faults);
  postMessage(answer);
});
