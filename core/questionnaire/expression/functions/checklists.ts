import type { EvaluationContext } from '../context.ts';
import { booleanTerm } from '../evaluation/scalarTerms.ts';
import type { Term } from '../evaluation/term.ts';
import { EvaluationFailure } from '../problem.ts';
import { numbersOf, truthsOf } from './argumentValues.ts';
import type { FunctionDefinition } from './functionDefinition.ts';
import { present, variadic } from './functionDefinition.ts';

const UNBOUNDED = Number.POSITIVE_INFINITY;

export const CHECKLISTS: readonly FunctionDefinition[] = [
  variadic('checklist', [2, UNBOUNDED], ([least, most, ...answers]) => {
    const [min, max] = [present(least), present(most)];
    return booleanTerm((context) => {
      const count = truthsOf(answers, context).filter(Boolean).length;
      return within(count, min.number(context), max.number(context));
    });
  }),
  {
    ...variadic('weighted-checklist', [2, UNBOUNDED], ([least, most, ...pairs]) => {
      const [min, max] = [present(least), present(most)];
      return booleanTerm((context) =>
        within(weigh(pairs, context), min.number(context), max.number(context)),
      );
    }),
    accepts: (count) => count % 2 === 0,
  },
];

/** -1 (any negative number) switches a bound off. */
const within = (value: number, min: number, max: number): boolean =>
  (min < 0 || value >= min) && (max < 0 || value <= max);

function weigh(pairs: readonly Term[], context: EvaluationContext): number {
  let sum = 0;
  for (let index = 0; index + 1 < pairs.length; index += 2) {
    const answers = truthsOf([present(pairs[index])], context);
    const weights = numbersOf([present(pairs[index + 1])], context);
    if (answers.length !== weights.length) {
      throw new EvaluationFailure(
        `weighted-checklist() needs as many weights as answers, but got ${answers.length} answers and ${weights.length} weights.`,
      );
    }
    answers.forEach((yes, at) => {
      if (yes) sum += weights[at] ?? 0;
    });
  }
  return sum;
}
