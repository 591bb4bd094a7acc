import type { JournalAsk, JournalQuestion, JournalReply } from './journalMessages.ts';
import { JournalRing } from './journalRing.ts';
import { keepBallast } from './ballast.ts';
import { makeSegment, openSegments } from './opfsFiles.ts';

const FIRST_SEGMENTS = 8;
const LEAST_SPARE = 2;
/** A page that was just left may hold its files a moment longer. */
const TRIES = 10;
const PAUSE = 100;

let ring: JournalRing | undefined;
let segments = 0;

async function open(): Promise<JournalRing> {
  for (let tries = 1; ; tries += 1) {
    try {
      const files = await openSegments();
      segments = files.length;
      const opened = new JournalRing(files);
      if (segments === 0) await grow(opened);
      return opened;
    } catch (error) {
      const held = error instanceof DOMException && error.name === 'NoModificationAllowedError';
      if (!held || tries === TRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
  }
}

async function grow(to: JournalRing): Promise<void> {
  to.add(await makeSegment(segments));
  segments += 1;
}

async function answer(ask: Exclude<JournalAsk, { kind: 'probeRoom' }>): Promise<unknown> {
  ring ??= await open();
  switch (ask.kind) {
    case 'open':
      return ring.summary();
    case 'append':
      ring.append(ask.entries);
      return null;
    case 'release':
      ring.release(ask.storeEpoch, ask.range);
      return null;
    case 'read':
      return ring.read(ask.storeEpoch, ask.ranges);
  }
}

/** One after the other; files are made between the questions, so that no answer waits for more than one. */
let last: Promise<void> = Promise.resolve();
let growing = false;
const inTurn = (work: () => Promise<void>): void => {
  last = last.then(work);
};

async function growIfWanted(): Promise<void> {
  growing = false;
  if (ring === undefined || (segments >= FIRST_SEGMENTS && ring.spare >= LEAST_SPARE)) return;
  try {
    await grow(ring);
    growLater();
  } catch {
    // No room: what is there has to do, and the next question tries again.
  }
}
function growLater(): void {
  if (growing) return;
  growing = true;
  setTimeout(() => inTurn(growIfWanted));
}

const reply = (id: number, answered: Promise<unknown>): Promise<void> =>
  answered
    .then(
      (value): JournalReply => ({ id, value }),
      (error: unknown): JournalReply => ({ id, error: String(error) }),
    )
    .then((message) => postMessage(message));

addEventListener('message', ({ data }: MessageEvent<JournalQuestion>) => {
  const { id, ask } = data;
  // The ballast is nobody's turn: it is made in small steps.
  if (ask.kind === 'probeRoom') void reply(id, keepBallast());
  else {
    inTurn(async () => {
      await reply(id, answer(ask));
      growLater();
    });
  }
});
