import { askedIndex } from './shapes.ts';
import type { ShapeName } from './shapes.ts';

export interface Opened {
  /** Milliseconds to read the questionnaire, and to begin an interview with it. */
  readonly load: number;
  readonly create: number;
}

/** One engine, as a page of the bench drives it. */
export interface PageEngine {
  open(shape: ShapeName, size: number): Promise<Opened>;
  /** Answers the question, or the first of the repeat instance, at a 0-based position. */
  answer(index: number, value: number): void;
}

export interface Measured extends Opened {
  /** Milliseconds an answer takes: the middle of `rounds` rounds. */
  readonly answer: number;
  readonly rounds: number;
}

declare global {
  interface Window {
    measure?: (shape: ShapeName, size: number) => Promise<Measured | { readonly failed: string }>;
  }
}

const WARM_MS = 1_000;
const MOST_WARM = 20_000;
const ROUNDS = 15;
const ROUND_MS = 10;
const MOST_PER_ROUND = 2_000;
const BUDGET_MS = 20_000;

/** The clock of a page is coarse: a round answers as often as fills 10 ms. */
export function offerBench(engine: PageEngine): void {
  window.measure = async (shape, size) => {
    try {
      const opened = await engine.open(shape, size);
      return { ...opened, ...timeAnswers(engine, shape, size) };
    } catch (error) {
      return { failed: error instanceof Error ? error.message.slice(0, 80) : String(error) };
    }
  };
}

function timeAnswers(
  engine: PageEngine,
  shape: ShapeName,
  size: number,
): Pick<Measured, 'answer' | 'rounds'> {
  let turn = 0;
  const answerOnce = (): void => {
    // Each question twice in a row, above 5 and below, so that every answer changes something.
    const index = askedIndex(shape, size, Math.floor(turn / 2));
    engine.answer(index, turn % 2 === 0 ? 6 + (turn % 7) : 1 + (turn % 4));
    turn += 1;
  };
  const took = (count: number): number => {
    const start = performance.now();
    for (let done = 0; done < count; done += 1) answerOnce();
    return performance.now() - start;
  };
  took(2);
  let each = took(2) / 2;
  // Warm: fast engines answer some thousand times before they are timed, slow ones for a second.
  for (const start = performance.now(); performance.now() - start < WARM_MS && turn < MOST_WARM;) {
    const count = Math.max(2, Math.min(1_000, Math.round(10 / Math.max(each, 0.001))));
    each = took(count) / count;
  }
  const count = 2 * Math.max(1, Math.min(MOST_PER_ROUND, Math.round(ROUND_MS / Math.max(each, 0.001) / 2)));
  const rounds: number[] = [];
  const deadline = performance.now() + BUDGET_MS;
  while (rounds.length < ROUNDS && (rounds.length < 3 || performance.now() < deadline))
    rounds.push(took(count) / count);
  rounds.sort((one, other) => one - other);
  return { answer: rounds[Math.floor(rounds.length / 2)] ?? Number.NaN, rounds: rounds.length };
}
