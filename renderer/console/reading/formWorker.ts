import { checkForms } from '../../../formats/check/checkForms.ts';
import type { FormFile } from '../../../formats/check/formFile.ts';
import type { ReadingMessage } from './readingMessages.ts';

/** Runs in a worker of its own: spreadsheets, their reader and whatever a hostile file makes it do stay out of the page. */
const tell = (message: ReadingMessage): void => postMessage(message);

addEventListener('message', (event: MessageEvent<readonly FormFile[]>) => {
  void checkForms(event.data, (form) => tell({ kind: 'form', form })).then(({ unclaimed }) =>
    tell({ kind: 'end', unclaimed }),
  );
});

// What goes wrong in a promise is no error event of the worker by itself.
addEventListener('unhandledrejection', (event) => {
  throw event.reason;
});
