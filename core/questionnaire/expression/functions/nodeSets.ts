import { nodesTerm } from '../evaluation/nodesTerm.ts';
import { numberTerm } from '../evaluation/scalarTerms.ts';
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
        : numberTerm((context) => nodes.nodes(context)[0]?.position() ?? 0),
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
