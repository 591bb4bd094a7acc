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

/** What each page of the bench offers: fills its own storage, then drains it. Answers the milliseconds of the draining. */
export type Drain = (count: number) => Promise<number>;

declare global {
  interface Window {
    drain: Drain;
    enrol: (code: string) => Promise<void>;
  }
}
