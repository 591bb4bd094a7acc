import { err, ok } from '../../../core/kernel/index.ts';
import type { FormReader } from './formReader.ts';
import type { ReadingMessage } from './readingMessages.ts';

/** Longer without a word and the worker is ended: no form takes that long. */
const PATIENCE = 30_000;

/** Reads forms in a worker that lives for one drop: its memory goes with it, and it can be stopped at any point. */
export const readFormsApart: FormReader = (files, told) =>
  new Promise((resolve) => {
    const worker = new Worker(new URL('./formWorker.ts', import.meta.url), { type: 'module' });
    let timer: ReturnType<typeof setTimeout> | undefined;
    const end = (outcome: Awaited<ReturnType<FormReader>>): void => {
      clearTimeout(timer);
      worker.terminate();
      resolve(outcome);
    };
    const wait = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => end(err('tooSlow')), PATIENCE);
    };
    worker.onmessage = ({ data }: MessageEvent<ReadingMessage>) => {
      wait();
      if (data.kind === 'form') told(data.form);
      else end(ok({ unclaimed: data.unclaimed }));
    };
    worker.onerror = (event) => {
      event.preventDefault();
      end(err('failed'));
    };
    wait();
    worker.postMessage(
      files,
      files.map(({ content }) => content.buffer as ArrayBuffer),
    );
  });
