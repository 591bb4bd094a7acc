import type { EvaluationContext } from '../../context.ts';
import type { DataNode } from '../../dataNode.ts';
import type { Step } from '../../syntax/expression.ts';
import type { Compiler } from '../compiler.ts';
import { DESCENDANT_STEPS, spend } from '../effort.ts';
import { inDocumentOrder } from './documentOrder.ts';
import type { Predicate } from './predicate.ts';
import { compilePredicate } from './predicate.ts';
import type { AxisWalk } from './walkAxis.ts';
import { axisWalk, descendantsOrSelf } from './walkAxis.ts';

/** From nodes in document order to nodes in document order. */
export type Walk = (from: readonly DataNode[], context: EvaluationContext) => readonly DataNode[];

export function compileSteps(steps: readonly Step[], compiler: Compiler): Walk {
  const walks: Walk[] = [];
  for (let index = 0; index < steps.length; index += 1) {
    const step = steps[index];
    const next = steps[index + 1];
    if (step === undefined) break;
    const fused = next === undefined ? undefined : fuse(step, next, compiler);
    if (fused !== undefined) index += 1;
    walks.push(fused ?? compileStep(step, compiler));
  }
  const [only] = walks;
  if (only === undefined) return (from) => from;
  if (walks.length === 1) return only;
  return (from, context) => walks.reduce((nodes, walk) => walk(nodes, context), from);
}

function compileStep(step: Step, compiler: Compiler): Walk {
  const reach = axisWalk(step.axis, step.test);
  const predicates = step.predicates.map((predicate) => compilePredicate(predicate, compiler));
  // Looking for children of one name may look at all of them.
  const named = step.axis === 'child' && step.test !== '*';
  const walk = (node: DataNode, context: EvaluationContext): readonly DataNode[] => {
    if (named) spend(context, node.children.length);
    const reached = reach(node);
    if (step.axis === 'descendant-or-self') spend(context, DESCENDANT_STEPS * reached.length);
    return reached;
  };
  const sorted = step.axis === 'child' || step.axis === 'attribute' || step.axis === 'self';
  return (from, context) => {
    const [only] = from;
    if (only === undefined) return from;
    if (from.length === 1) return narrow(walk(only, context), predicates, context);
    spend(context, from.length);
    const found = from.flatMap((node) => narrow(walk(node, context), predicates, context));
    return sorted && !nested(from) ? found : inDocumentOrder(found);
  };
}

/** `//name` without positional predicates is one walk over all descendants, which already come in document order. */
function fuse(step: Step, next: Step, compiler: Compiler): Walk | undefined {
  const everything =
    step.axis === 'descendant-or-self' && step.test === 'node()' && step.predicates.length === 0;
  if (!everything || next.axis !== 'child') return undefined;
  const predicates = next.predicates.map((predicate) => compilePredicate(predicate, compiler));
  if (predicates.some((predicate) => predicate.positional)) return undefined;
  const fits = axisWalk('self', next.test);
  return (from, context) => {
    const found = from.flatMap((node) => descendants(node, fits, context));
    return narrow(from.length === 1 ? found : inDocumentOrder(found), predicates, context);
  };
}

function descendants(top: DataNode, fits: AxisWalk, context: EvaluationContext): DataNode[] {
  const all = descendantsOrSelf(top);
  spend(context, DESCENDANT_STEPS * all.length);
  return all.filter((found) => found !== top && fits(found).length > 0);
}

const narrow = (
  nodes: readonly DataNode[],
  predicates: readonly Predicate[],
  context: EvaluationContext,
): readonly DataNode[] => predicates.reduce((rows, { filter }) => filter(rows, context), nodes);

/** Whether some of the nodes may lie inside another: siblings, the usual case, never do. */
function nested(nodes: readonly DataNode[]): boolean {
  const parent = nodes[0]?.parent;
  if (nodes.every((node) => node.parent === parent)) return false;
  const all = new Set(nodes);
  return nodes.some((node) => {
    for (let up = node.parent; up !== null; up = up.parent) if (all.has(up)) return true;
    return false;
  });
}
