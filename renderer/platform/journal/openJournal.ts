import { err, ok, type Result } from '../../../core/kernel/index.ts';
import type { JournalEntry, JournalSummary, SeqRange } from '../../../core/response/index.ts';
import type { JournalAsk, JournalQuestion, JournalReply } from './journalMessages.ts';

/** The device's second copy. Every answer comes within a deadline; after one that did not, the journal is given up until it is opened again. */
export interface Journal {
  open(): Promise<Result<JournalSummary, string>>;
  /** Reads all that opening left unread, in steps between which others are answered. */
  check(): Promise<Result<JournalSummary, string>>;
  append(entries: readonly JournalEntry[]): Promise<Result<unknown, string>>;
  release(storeEpoch: string, range: SeqRange): void;
  read(storeEpoch: string, ranges: readonly SeqRange[]): Promise<Result<readonly JournalEntry[], string>>;
  probeRoom(bytes?: number): Promise<boolean | null>;
  dropBallast(): Promise<boolean>;
}

/** At a start: thousands of waiting responses may have to be read. */
const OPENING = 10_000;
/** Later, somebody waits for it. */
const OPENING_AGAIN = 2_000;
const WRITING = 2_000;
const READING = 10_000;
const DROPPING = 1_500;

/** The worker is a file of its own, fetched beside the page; nothing of it is in the way of the first screen. */
const startWorker = (): Worker =>
  new Worker(new URL('./journalWorker.ts', import.meta.url), { type: 'module' });

export function openJournal(start: () => Worker = startWorker): Journal {
  const worker = askable(start);
  const ask = <T = unknown>(question: JournalAsk, deadline: number) =>
    worker(question, deadline) as Promise<Result<T, string>>;
  let opening = OPENING;
  return {
    open: () => {
      const opened = ask<JournalSummary>({ kind: 'open' }, opening);
      opening = OPENING_AGAIN;
      return opened;
    },
    check: async () => {
      for (;;) {
        const step = await ask<JournalSummary | null>({ kind: 'check' }, READING);
        if (!step.ok) return step;
        if (step.value !== null) return ok(step.value);
      }
    },
    append: (entries) => ask({ kind: 'append', entries }, WRITING),
    release: (storeEpoch, range) => void worker({ kind: 'release', storeEpoch, range }, READING),
    read: (storeEpoch, ranges) => ask<readonly JournalEntry[]>({ kind: 'read', storeEpoch, ranges }, READING),
    probeRoom: (bytes) => yesOrNo(ask({ kind: 'probeRoom', bytes }, 60_000)),
    dropBallast: async () => (await yesOrNo(ask({ kind: 'dropBallast' }, DROPPING))) === true,
  };
}

const yesOrNo = async (answered: Promise<Result<unknown, string>>): Promise<boolean | null> => {
  const result = await answered;
  return result.ok ? result.value === true : null;
};

type Ask = (ask: JournalAsk, deadline: number) => Promise<Result<unknown, string>>;

function askable(start: () => Worker): Ask {
  const waiting = new Map<number, (result: Result<unknown, string>) => void>();
  let given: string | null = null;
  let worker: Worker | undefined;
  let lastId = 0;
  const giveUp = (why: string): void => {
    given ??= why;
    worker?.terminate();
    worker = undefined;
    for (const settle of waiting.values()) settle(err(why));
    waiting.clear();
  };
  const begin = (): Worker => {
    const begun = start();
    begun.addEventListener('message', ({ data }: MessageEvent<JournalReply>) => {
      const { id, value, error } = data;
      waiting.get(id)?.(error === undefined ? ok(value) : err(error));
    });
    begun.addEventListener('error', ({ message }) => giveUp(`the worker failed: ${message}`));
    return begun;
  };
  return (ask, deadline) =>
    new Promise((resolve) => {
      // Opening is a new beginning, with a new worker.
      if (ask.kind === 'open') given = null;
      if (given !== null) {
        resolve(err(given));
        return;
      }
      const id = (lastId += 1);
      const timer = setTimeout(() => giveUp(`no answer within ${String(deadline)} ms`), deadline);
      waiting.set(id, (result) => {
        clearTimeout(timer);
        waiting.delete(id);
        resolve(result);
      });
      try {
        worker ??= begin();
        const question: JournalQuestion = { id, ask };
        worker.postMessage(question);
      } catch (error) {
        giveUp(String(error));
      }
    });
}
