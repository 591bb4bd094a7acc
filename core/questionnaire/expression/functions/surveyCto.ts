import type { Accessor, Binding } from '../binding.ts';
import { splitList } from '../conversion/splitList.ts';
import { textNumber } from '../conversion/textNumber.ts';
import type { EvaluationContext } from '../context.ts';
import type { DataNode } from '../dataNode.ts';
import { numberTerm, stringTerm } from '../evaluation/scalarTerms.ts';
import type { Term } from '../evaluation/term.ts';
import type { FunctionDefinition } from './functionDefinition.ts';
import { binary, nullary, present } from './functionDefinition.ts';
import { labelOf } from './selects.ts';

type Total = (nodes: readonly DataNode[], context: EvaluationContext, first: Term) => number;

const figures = (nodes: readonly DataNode[]): readonly number[] =>
  nodes.map((node) => node.number()).filter((figure) => !Number.isNaN(figure));
const extreme = (numbers: readonly number[], pick: (...numbers: number[]) => number): number =>
  numbers.length === 0 ? Number.NaN : numbers.reduce((one, other) => pick(one, other));

/** What SurveyCTO's forms call over repeats: as without `-if`, but of the instances for which the condition, asked in each, holds. */
const overInstances = (name: string, total: Total): FunctionDefinition => ({
  name,
  min: 2,
  max: 2,
  positional: true,
  compilesArguments: true,
  build: (_, call, compiler) => {
    const [asked, condition] = call.args.map((argument, index) =>
      (index === 0 ? compiler.reaching('all') : compiler.forEachInstance()).compile(argument),
    );
    const target = present(asked);
    return numberTerm((context) => total(passing(target, present(condition), context), context, target));
  },
});

const JOIN_IF: FunctionDefinition = {
  name: 'join-if',
  min: 3,
  max: 3,
  positional: true,
  compilesArguments: true,
  build: (_, { args: [separator, asked, condition] }, compiler) => {
    if (separator === undefined || asked === undefined || condition === undefined)
      throw new Error('arguments are counted before a function is built');
    const between = compiler.compile(separator);
    const target = compiler.reaching('all').compile(asked);
    const holds = compiler.forEachInstance().compile(condition);
    return stringTerm((context) =>
      passing(target, holds, context)
        .map((node) => node.text())
        .join(between.string(context)),
    );
  },
};

function passing(target: Term, condition: Term, context: EvaluationContext): readonly DataNode[] {
  const { node: before } = context;
  try {
    return target.nodes(context).filter((node) => {
      context.node = node;
      return condition.boolean(context);
    });
  } finally {
    context.node = before;
  }
}

/** `${age}` in the condition means the answer in the instance that is asked about. */
export function bindingPerInstance(binding: Binding): Binding {
  return {
    reference: (name, lastSaved): Accessor | undefined => {
      const accessor = binding.reference?.(name, lastSaved, 'all');
      if (accessor?.nodesFrom === undefined) return accessor;
      return { nodes: (context) => accessor.nodesFrom?.(context.node) ?? [] };
    },
  };
}

function ownInstance(node: DataNode): DataNode | undefined {
  for (let up: DataNode | null = node; up !== null; up = up.parent) if (up.isInstance === true) return up;
  return undefined;
}

/** 1 for the highest; equal ones share the higher rank. */
function rankIn(value: number, list: readonly number[]): number {
  return Number.isNaN(value) ? Number.NaN : 1 + list.filter((other) => other > value).length;
}

/** SurveyCTO's own functions that need nothing but the answers (docs.surveycto.com, "Using expressions in your forms"). */
export const SURVEY_CTO: readonly FunctionDefinition[] = [
  overInstances('count-if', (nodes) => nodes.length),
  overInstances('sum-if', (nodes) => figures(nodes).reduce((sum, figure) => sum + figure, 0)),
  overInstances('min-if', (nodes) => extreme(figures(nodes), Math.min)),
  overInstances('max-if', (nodes) => extreme(figures(nodes), Math.max)),
  JOIN_IF,
  {
    name: 'choice-label',
    min: 2,
    max: 2,
    build: ([question, value], call) => labelOf(present(value), present(question), call.args[0]),
  },
  nullary('index', () => numberTerm(({ node }) => ownInstance(node)?.position() ?? Number.NaN), {
    positional: true,
  }),
  binary('rank-value', (value, list) =>
    numberTerm((context) =>
      rankIn(
        value.number(context),
        splitList(list.string(context)).map((word) => textNumber(word, context.environment)),
      ),
    ),
  ),
];
