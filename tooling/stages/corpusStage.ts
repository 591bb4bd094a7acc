import { runProgram } from './runProgram.ts';
import type { Outcome, Stage } from './stage.ts';
import { verdict } from './stage.ts';

/** What the corpus says when there is nothing to compare with. */
export const LEFT_OUT = 'The corpus was left out: there is no ../shared/corpus beside this checkout.';

/** The last line of `npm run test:corpus`. */
export const heldLine = (held: number, of: number): string => `Corpus: ${held} of ${of} checks hold.`;

/** Counts checks; a run that ended before its last line is one failure. */
export function countChecks(output: string, status: number): Outcome {
  if (status === 0 && output.includes(LEFT_OUT)) return { passed: 0, failed: 0, note: LEFT_OUT };
  const [line, held = '0', of = '0'] = /^Corpus: (\d+) of (\d+) checks hold\.$/m.exec(output) ?? [];
  if (line === undefined) return verdict(false, 'ended early');
  const failed = Number(of) - Number(held);
  return { passed: Number(held), failed: failed === 0 && status !== 0 ? 1 : failed, note: '' };
}

/** Real questionnaires as the reference implementations took them, where the corpus is there. */
export const corpusStage: Stage = {
  name: 'corpus of real questionnaires',
  run: async () => {
    const { status, output } = await runProgram(process.execPath, [
      '--import',
      './tooling/typescript.mjs',
      'tooling/corpus/main.ts',
    ]);
    const outcome = countChecks(output, status);
    if (outcome.failed > 0) console.log(output);
    return outcome;
  },
};
