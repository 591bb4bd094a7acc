import type { EvaluationContext } from '../../context.ts';
import type { DataNode } from '../../dataNode.ts';
import type { PathExpression, Step } from '../../syntax/expression.ts';
import type { Compiler } from '../compiler.ts';
import { boundTerm, nodesTerm } from '../nodesTerm.ts';
import type { Evaluate, Term } from '../term.ts';
import { bindablePath } from './bindablePath.ts';
import { compileIndexedRows } from './indexedRows.ts';
import { compilePredicate } from './predicate.ts';
import { compileSteps } from './compileSteps.ts';
import { axisWalk } from './walkAxis.ts';

/** A location path: bound by the host where possible, else walked step by step. */
export function compilePath(path: PathExpression, compiler: Compiler): Term {
  const bindable = bindablePath(path, compiler);
  const accessor = bindable === undefined ? undefined : compiler.binding.path?.(bindable);
  if (accessor !== undefined) return boundTerm(accessor);
  const [step] = path.steps;
  if (
    path.start === 'context' &&
    path.steps.length === 1 &&
    step !== undefined &&
    step.predicates.length === 0
  ) {
    // A column of a list's row: the commonest path inside predicates.
    const reach = axisWalk(step.axis, step.test);
    return nodesTerm((context) => reach(context.node));
  }
  const start = compileStart(path, compiler);
  const indexed = compileIndexedRows(path, compiler);
  if (indexed !== undefined) {
    const rest = compileSteps(path.steps.slice(indexed.consumed), compiler);
    return nodesTerm((context) => rest(indexed.rows(start(context), context), context));
  }
  const prefix = boundPrefix(path, compiler);
  const walk = compileSteps(prefix === undefined ? path.steps : path.steps.slice(prefix.consumed), compiler);
  const from = prefix?.nodes ?? start;
  return nodesTerm((context) => walk(from(context), context));
}

function compileStart({ start }: PathExpression, compiler: Compiler): Evaluate<readonly DataNode[]> {
  if (start === 'root') return (context) => [rootOf(context)];
  if (start === 'context') return (context) => [context.node];
  const term = compiler.compile(start.expression);
  const filters = start.predicates.map((predicate) => compilePredicate(predicate, compiler).filter);
  return (context) =>
    filters.reduce<readonly DataNode[]>((rows, filter) => filter(rows, context), term.nodes(context));
}

/** `/` means the questionnaire's own document, also inside predicates over an instance(). */
const rootOf = (context: EvaluationContext): DataNode => context.environment.root;

interface Prefix {
  readonly consumed: number;
  readonly nodes: Evaluate<readonly DataNode[]>;
}

/** Everything before the first step that has predicates, if the host can give that directly. */
function boundPrefix(path: PathExpression, compiler: Compiler): Prefix | undefined {
  const consumed = path.steps.findIndex((step: Step) => step.predicates.length > 0);
  if (consumed < 1) return undefined;
  const bindable = bindablePath({ ...path, steps: path.steps.slice(0, consumed) }, compiler);
  const accessor =
    bindable === undefined ? undefined : compiler.binding.path?.({ ...bindable, continued: true });
  return accessor === undefined ? undefined : { consumed, nodes: (context) => accessor.nodes(context) };
}
