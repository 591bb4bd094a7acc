import type { EvaluationContext } from '../context.ts';
import type { DataNode } from '../dataNode.ts';
import { nodesTerm } from '../evaluation/nodesTerm.ts';
import type { Evaluate, Term } from '../evaluation/term.ts';
import type { Expression } from '../syntax/expression.ts';
import { wholeNumber } from './argumentValues.ts';
import type { FunctionDefinition } from './functionDefinition.ts';
import { present } from './functionDefinition.ts';

/** indexed-repeat(question, repeat, index, ...): the question inside the chosen instances, counted from 1. */
export const INDEXED_REPEAT: FunctionDefinition = {
  name: 'indexed-repeat',
  min: 3,
  max: 11,
  positional: true,
  compilesArguments: true,
  accepts: (count) => count % 2 === 1,
  build: (_, call, compiler) => {
    const all = compiler.reaching('all');
    const [target, ...others] = call.args.map((arg, index) =>
      index === 0 || index % 2 === 1 ? all.compile(arg) : compiler.compile(arg),
    );
    const pairs = others.flatMap((repeat, index) =>
      index % 2 === 0 ? [{ repeat, index: present(others[index + 1]) }] : [],
    );
    const question = present(target);
    const direct = byHost(question, pairs);
    if (direct !== undefined) return nodesTerm(direct);
    const plain = isPlainPath(call.args[0]);
    return nodesTerm((context) => {
      const instance = chooseInstance(pairs, context);
      return instance === undefined ? [] : inside(question.nodes(context), instance, plain);
    });
  },
};

/** The usual case, one repeat, where the host can go straight to the instance. */
function byHost(question: Term, pairs: readonly Pair[]): Evaluate<readonly DataNode[]> | undefined {
  const [pair] = pairs;
  const repeat = pair?.repeat.accessor;
  const target = question.accessor;
  if (pairs.length !== 1 || pair === undefined || repeat?.nth === undefined || target?.within === undefined) {
    return undefined;
  }
  return (context) => {
    const instance = repeat.nth?.(context, indexOf(pair.index, context));
    return instance === undefined ? [] : (target.within?.(instance) ?? []);
  };
}

/** Its nodes differ in their instances only, not in the names above them. */
function isPlainPath(target: Expression | undefined): boolean {
  if (target?.kind === 'reference') return true;
  return (
    target?.kind === 'path' &&
    target.steps.every(
      ({ axis, test, predicates }) =>
        axis !== 'descendant-or-self' && !test.includes('*') && predicates.length === 0,
    )
  );
}

interface Pair {
  readonly repeat: Term;
  readonly index: Term;
}

function chooseInstance(pairs: readonly Pair[], context: EvaluationContext): DataNode | undefined {
  const levels = pairs
    .map(({ repeat, index }) => ({ instances: repeat.nodes(context), index: indexOf(index, context) }))
    .sort((one, other) => depth(one.instances[0]) - depth(other.instances[0]));
  let chosen: DataNode | undefined;
  for (const { instances, index } of levels) {
    const outer = chosen;
    const within =
      outer === undefined
        ? besideCurrent(instances, context.current)
        : instances.filter((node) => isInside(node, outer));
    chosen = within[index - 1];
    if (chosen === undefined) return undefined;
  }
  return chosen;
}

/** Of a repeat in several instances of an outer repeat that is not chosen: those in the asking question's own. */
function besideCurrent(instances: readonly DataNode[], current: DataNode): readonly DataNode[] {
  const parent = instances[0]?.parent;
  if (instances.every((node) => node.parent === parent)) return instances;
  const near = instances.filter((node) => node.parent !== null && isInside(current, node.parent));
  return near.length > 0 ? near : instances;
}

/** JavaRosa takes the first instance for indexes below 1: a calculation may run before its index has a value. */
function indexOf(index: Term, context: EvaluationContext): number {
  const number = index.number(context);
  if (Number.isNaN(number) && context.environment.collect !== true) return Number.NaN;
  return Math.max(1, wholeNumber(number));
}

function depth(node: DataNode | undefined): number {
  let count = 0;
  for (let up = node?.parent ?? null; up !== null; up = up.parent) count += 1;
  return count;
}

function isInside(node: DataNode, outer: DataNode): boolean {
  for (let up = node.parent; up !== null; up = up.parent) if (up === outer) return true;
  return false;
}

/**
 * The targets inside the instance. Those of a plain path are found by walking down from the instance along the names above
 * the first target, so that a thousand instances asking for their neighbour do not look at each other.
 */
function inside(targets: readonly DataNode[], instance: DataNode, plain: boolean): readonly DataNode[] {
  const names = plain ? namesBelow(targets[0], instance) : undefined;
  if (names === undefined) return targets.filter((node) => isInside(node, instance));
  return names
    .reduce<readonly DataNode[]>((nodes, name) => nodes.flatMap((node) => childrenOf(node, name)), [instance])
    .filter((node) => node.relevant);
}

const childrenOf = (node: DataNode, name: string): readonly DataNode[] =>
  node.named?.(name) ?? node.children.filter((child) => child.name === name);

/** Names from below the instance's level down to the node; undefined when the node does not lie below such an instance. */
function namesBelow(node: DataNode | undefined, instance: DataNode): readonly string[] | undefined {
  const names: string[] = [];
  let up = node ?? null;
  for (let remaining = depth(node) - depth(instance); remaining > 0 && up !== null; remaining -= 1) {
    names.unshift(up.name);
    up = up.parent;
  }
  return names.length > 0 && up?.name === instance.name ? names : undefined;
}
