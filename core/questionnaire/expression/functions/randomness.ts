import type { EvaluationContext } from '../context.ts';
import { nodesTerm } from '../evaluation/nodesTerm.ts';
import { numberTerm, stringTerm } from '../evaluation/scalarTerms.ts';
import { wholeNumber } from './argumentValues.ts';
import type { FunctionDefinition } from './functionDefinition.ts';
import { nullary, present, variadic } from './functionDefinition.ts';
import { seededRandom, shuffled } from './shuffle.ts';

const MAX_UUID_LENGTH = 10_000;
const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

export const RANDOMNESS: readonly FunctionDefinition[] = [
  nullary('random', () => numberTerm((context) => context.environment.random()), { volatile: 'always' }),
  variadic(
    'uuid',
    [0, 1],
    ([length]) =>
      stringTerm((context) =>
        length === undefined ? uuid(context) : characters(wholeNumber(length.number(context)), context),
      ),
    { volatile: 'always' },
  ),
  variadic(
    'randomize',
    [1, 2],
    ([nodes, seed]) => {
      const set = present(nodes);
      return nodesTerm((context) => {
        const random =
          seed === undefined
            ? () => context.environment.random()
            : seededRandom(seed.number(context), seed.string(context));
        return shuffled(set.nodes(context), random);
      });
    },
    { volatile: 'shortest' },
  ),
];

/** RFC 9562 version 4 from the random source that was handed in. */
function uuid({ environment }: EvaluationContext): string {
  return 'xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx'.replace(/[xy]/g, (place) => {
    const digit = Math.floor(environment.random() * 16);
    return (place === 'y' ? (digit & 3) | 8 : digit).toString(16);
  });
}

function characters(length: number, { environment }: EvaluationContext): string {
  const count = Math.min(Math.max(0, length), MAX_UUID_LENGTH);
  return Array.from(
    { length: count },
    () => ALPHABET[Math.floor(environment.random() * ALPHABET.length)],
  ).join('');
}
