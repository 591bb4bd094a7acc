import { makeUuidV7 } from '../../core/kernel/index.ts';
import type { Response } from '../../core/response/index.ts';
import { aResponse } from '../../renderer/data/aResponse.ts';
import { systemRandom } from '../../renderer/platform/systemPorts.ts';

/** When the next one is finished. Their ids begin with it, so that they follow each other as those of a device do. */
let moment = Date.now();

/** The same answers for everybody: a face, a comment, how it was given. `more` says whose they are. */
export const sameResponses = (count: number, more: Partial<Response> = {}): Response[] =>
  Array.from({ length: count }, (_, index) => {
    moment += 1;
    return aResponse(String(1 + (index % 5)), {
      ...more,
      responseId: makeUuidV7(moment, systemRandom),
      startedAt: moment - 4_000,
      finishedAt: moment,
      answers: { '/data/face': String(1 + (index % 5)), '/data/comment': `Comment number ${String(index)}` },
      paradata: [
        { event: 'question', at: 0, node: '/data/face' },
        { event: 'answer', at: 900, node: '/data/face' },
        { event: 'end', at: 4_000, detail: 'finished' },
      ],
    });
  });

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
