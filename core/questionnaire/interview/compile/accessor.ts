import type { Accessor, BindablePath, Binding, EvaluationContext, Reach } from '../../expression/index.ts';
import { InterviewNode } from '../state/interviewNode.ts';
import type { Frame } from '../state/interviewNode.ts';
import type { Place } from './place.ts';
import type { Names } from './reads.ts';
import { routeTo } from './target.ts';
import type { Target } from './target.ts';
import { traceName, traceStep } from './tracePath.ts';

/** Binds the paths and names of expressions that belong to `asking` to slots, so that reading one is a few loads. */
export function bindingFor(asking: Place, names: Names): Binding {
  const bind = (target: Target): Accessor => accessorFor(target, asking);
  return {
    path: (path) => {
      const target = resolve(path, asking, names);
      return target === undefined ? undefined : bind(reached(target, path.reach));
    },
    reference: (name, lastSaved, reach) => {
      if (lastSaved) return undefined;
      const target = traceName(names.byName.get(name) ?? [], asking);
      return target === undefined ? undefined : bind(reached(target, reach));
    },
  };
}

const reached = (target: Target, reach: Reach): Target =>
  reach === 'all' ? { place: target.place, bound: 0 } : target;

/** Only paths to exactly one place are bound: wildcards and paths to nowhere are walked. */
function resolve(path: BindablePath, asking: Place, names: Names): Target | undefined {
  let at: readonly Target[] =
    path.anchor === 'root'
      ? [{ place: names.document, bound: 0 }]
      : [{ place: asking, bound: asking.scope.depth }];
  path.steps.forEach((step, index) => {
    at = traceStep(at, step, index === path.steps.length - 1, asking.scope);
  });
  return at.length === 1 ? at[0] : undefined;
}

function accessorFor(target: Target, asking: Place): Accessor {
  const { up, down } = routeTo(target, asking.scope);
  const { slot } = target.place;
  return down.length === 0 ? single(up, slot) : many(up, down, slot);
}

const NONE: readonly InterviewNode[] = [];

function start(context: EvaluationContext, up: number): Frame {
  if (!(context.current instanceof InterviewNode))
    throw new Error('an expression of a questionnaire was evaluated elsewhere');
  let frame = context.current.frame;
  for (let level = 0; level < up && frame.parent !== null; level += 1) frame = frame.parent;
  return frame;
}

function single(up: number, slot: number): Accessor {
  const find = (context: EvaluationContext): InterviewNode | undefined => {
    const node = start(context, up).nodes[slot];
    return node?.relevant === true ? node : undefined;
  };
  return {
    nodes: (context) => {
      const node = find(context);
      return node === undefined ? NONE : [node];
    },
    text: (context) => find(context)?.text() ?? '',
    number: (context) => find(context)?.number() ?? Number.NaN,
    sum: (context) => find(context)?.number() ?? 0,
    count: (context) => (find(context) === undefined ? 0 : 1),
    single: true,
  };
}

function many(up: number, down: readonly number[], slot: number): Accessor {
  const collect = (context: EvaluationContext): InterviewNode[] => {
    const found: InterviewNode[] = [];
    gather(start(context, up), down, 0, slot, found);
    return found;
  };
  return {
    nodes: collect,
    text: (context) => collect(context)[0]?.text() ?? '',
    number: (context) => collect(context)[0]?.number() ?? Number.NaN,
    sum: (context) => sumOver(start(context, up), down, 0, slot),
    count: (context) => collect(context).length,
  };
}

function gather(
  frame: Frame,
  down: readonly number[],
  level: number,
  slot: number,
  found: InterviewNode[],
): void {
  const instances = frame.repeats[down[level] ?? 0] ?? [];
  const deepest = level === down.length - 1;
  for (const instance of instances) {
    if (!deepest) gather(instance, down, level + 1, slot, found);
    else {
      const node = instance.nodes[slot];
      if (node?.relevant === true) found.push(node);
    }
  }
}

function sumOver(frame: Frame, down: readonly number[], level: number, slot: number): number {
  const instances = frame.repeats[down[level] ?? 0] ?? [];
  const deepest = level === down.length - 1;
  let total = 0;
  for (const instance of instances) {
    if (!deepest) total += sumOver(instance, down, level + 1, slot);
    else {
      const node = instance.nodes[slot];
      if (node?.relevant === true) total += node.number();
    }
  }
  return total;
}
