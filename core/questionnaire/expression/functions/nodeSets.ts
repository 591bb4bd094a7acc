import type { EvaluationContext } from '../context.ts';
import { nodesTerm } from '../evaluation/nodesTerm.ts';
import { numberTerm } from '../evaluation/scalarTerms.ts';
import type { Term } from '../evaluation/term.ts';
import { EvaluationFailure } from '../problem.ts';
import type { FunctionDefinition } from './functionDefinition.ts';
import { nullary, unary, variadic } from './functionDefinition.ts';

export const NODE_SETS: readonly FunctionDefinition[] = [
  variadic(
    'position',
    [0, 1],
    ([nodes]) =>
      nodes === undefined
        ? numberTerm((context) => context.position)
        : numberTerm((context) => positionOf(nodes, context)),
    { positional: true },
  ),
  nullary('last', () => numberTerm((context) => context.size), { positional: true }),
  nullary('current', () => nodesTerm((context) => [context.current])),
  unary('instance', (id) =>
    nodesTerm((context) => {
      const name = id.string(context);
      const document = context.environment.instance(name);
      if (document !== undefined) return [document];
      throw new EvaluationFailure(`There is no list "${name}": check the name in instance('${name}').`);
    }),
  ),
];

/** Of the first node, relevant or not: relevance may itself depend on the position, and must not change it. */
const positionOf = (term: Term, context: EvaluationContext): number =>
  term.accessor?.position?.(context) ?? (term.members?.(context) ?? term.nodes(context))[0]?.position() ?? 0;
