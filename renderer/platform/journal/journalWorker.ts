import { JournalKeeper } from './journalKeeper.ts';
import type { JournalQuestion, JournalReply } from './journalMessages.ts';

const keeper = new JournalKeeper();

/** One after the other; files are made between the questions, so that no answer waits for more than one. */
let last: Promise<void> = Promise.resolve();
let growing = false;
const inTurn = (work: () => Promise<void>): void => {
  last = last.then(work);
};

function growLater(): void {
  if (growing) return;
  growing = true;
  setTimeout(() =>
    inTurn(async () => {
      growing = false;
      if (await keeper.mend()) growLater();
    }),
  );
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
  // The ballast is nobody's turn: it is made in small steps, and let go at once.
  if (ask.kind === 'probeRoom' || ask.kind === 'dropBallast') void reply(id, keeper.answer(ask));
  else {
    inTurn(async () => {
      await reply(id, keeper.answer(ask));
      growLater();
    });
  }
});
