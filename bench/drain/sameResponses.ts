import type { Response } from '../../core/response/index.ts';
import { aResponse } from '../../renderer/data/aResponse.ts';

/** The same answers for everybody: a face, a comment, how it was given. `more` says whose they are. */
export const sameResponses = (count: number, more: Partial<Response> = {}): Response[] =>
  Array.from({ length: count }, (_, index) =>
    aResponse(String(1 + (index % 5)), {
      ...more,
      answers: { '/data/face': String(1 + (index % 5)), '/data/comment': `Comment number ${String(index)}` },
      paradata: [
        { event: 'question', at: 0, node: '/data/face' },
        { event: 'answer', at: 900, node: '/data/face' },
        { event: 'end', at: 4_000, detail: 'finished' },
      ],
    }),
  );

declare global {
  /** What the pages of the bench offer; times are milliseconds. */
  interface Window {
    /** Fills the page's own storage. Ours answers how long it then took to put together what was given. */
    fill: (count: number) => Promise<number>;
    /** Sends everything. Answers how long that took. */
    drain: (count: number) => Promise<number>;
    enrol: (code: string) => Promise<void>;
    finishWhileDraining: (pause: number) => Promise<number[]>;
    start: () => Promise<{ waiting: number; known: number; durable: number }>;
  }
}
