import type {
  Accessor,
  BindablePath,
  Binding,
  DataNode,
  EvaluationContext,
  Reach,
} from '../../expression/index.ts';
import { UNKNOWN } from '../state/interviewNode.ts';
import type { Frame, InterviewNode } from '../state/interviewNode.ts';
import { Place } from './place.ts';
import { commonDepth, repeatsBelow, routeTo } from './target.ts';
import type { Target, Viewpoint } from './target.ts';
import { enclosing, traceName, traceStep } from './tracePath.ts';
import type { Names } from './tracePath.ts';

/** Binds the paths and names of expressions that belong to `asking` to slots, so that reading one is a few loads. */
export const bindingFor = (asking: Viewpoint, names: Names): Binding => new SlotBinding(asking, names);

class SlotBinding implements Binding {
  private readonly asking: Viewpoint;
  private readonly names: Names;

  constructor(asking: Viewpoint, names: Names) {
    this.asking = asking;
    this.names = names;
  }

  path(path: BindablePath): Accessor | undefined {
    const target = resolve(path, this.asking, this.names);
    return target === undefined ? undefined : accessorFor(reached(target, path.reach), this.asking);
  }

  reference(name: string, lastSaved: boolean, reach: Reach): Accessor | undefined {
    if (lastSaved) return undefined;
    const target = traceName(this.names.byName.get(name) ?? NOWHERE, this.asking);
    return target === undefined ? undefined : accessorFor(reached(target, reach), this.asking);
  }
}

const NOWHERE: readonly Place[] = [];

const reached = (target: Target, reach: Reach): Target =>
  reach === 'all' ? { place: target.place, bound: 0 } : target;

/** Only paths to exactly one place are bound: wildcards and paths to nowhere are walked. */
function resolve(path: BindablePath, asking: Viewpoint, names: Names): Target | undefined {
  let at: readonly Target<Viewpoint>[] =
    path.anchor === 'root'
      ? [{ place: names.document, bound: 0 }]
      : [{ place: asking, bound: asking.scope.depth }];
  path.steps.forEach((step, index) => {
    const last = path.continued !== true && index === path.steps.length - 1;
    at = traceStep(at, step, last, path.anchor === 'root' ? asking.scope : null, names);
  });
  const [target] = at;
  if (at.length !== 1 || !(target?.place instanceof Place)) return undefined;
  return { place: target.place, bound: target.bound };
}

const NONE: readonly InterviewNode[] = [];

interface InFrame {
  readonly frame: Frame;
}

/** `current` of a questionnaire's expressions is always a node of the interview: whoever evaluates aims at one. */
function start({ current }: EvaluationContext, up: number): Frame {
  let { frame } = current as DataNode & InFrame;
  for (let level = 0; level < up && frame.parent !== null; level += 1) frame = frame.parent;
  return frame;
}

function figureAt(frame: Frame, slot: number): number {
  const figure = frame.figures[slot] ?? Number.NaN;
  return figure === UNKNOWN ? (frame.nodes[slot]?.number() ?? Number.NaN) : figure;
}

/** What irrelevant questions show is blank already, so that text and number need not look at relevance. */
class SingleAccessor implements Accessor {
  readonly single = true;
  readonly up: number;
  readonly slot: number;

  constructor(up: number, slot: number) {
    this.up = up;
    this.slot = slot;
  }

  nodes(context: EvaluationContext): readonly InterviewNode[] {
    const node = start(context, this.up).nodes[this.slot];
    return node?.relevant === true ? [node] : NONE;
  }

  text(context: EvaluationContext): string {
    return start(context, this.up).nodes[this.slot]?.text() ?? '';
  }

  truth(context: EvaluationContext): boolean {
    return start(context, this.up).nodes[this.slot]?.truth() ?? false;
  }

  number(context: EvaluationContext): number {
    return figureAt(start(context, this.up), this.slot);
  }

  sum(context: EvaluationContext): number {
    const figure = this.number(context);
    return Number.isNaN(figure) ? 0 : figure;
  }

  count(context: EvaluationContext): number {
    return start(context, this.up).nodes[this.slot]?.relevant === true ? 1 : 0;
  }

  position(context: EvaluationContext): number {
    return start(context, this.up).nodes[this.slot]?.position() ?? 0;
  }

  /** `${a} + ${b} + ...` over questions side by side, without asking each for itself. */
  total(all: readonly Accessor[]): ((context: EvaluationContext) => number) | undefined {
    const { up } = this;
    const slots: number[] = [];
    for (const other of all) {
      if (!(other instanceof SingleAccessor) || other.up !== up) return undefined;
      slots.push(other.slot);
    }
    return (context) => {
      const frame = start(context, up);
      let total = 0;
      for (const slot of slots) total += figureAt(frame, slot);
      return total;
    };
  }
}

class ManyAccessor implements Accessor {
  private readonly up: number;
  private readonly down: readonly number[];
  private readonly place: Place;
  private readonly slot: number;

  constructor(up: number, down: readonly number[], place: Place) {
    this.up = up;
    this.down = down;
    this.place = place;
    this.slot = place.slot;
  }

  nodes(context: EvaluationContext): readonly InterviewNode[] {
    const found: InterviewNode[] = [];
    gather(start(context, this.up), this.down, 0, this.slot, found);
    return found;
  }

  text(context: EvaluationContext): string {
    return this.nodes(context)[0]?.text() ?? '';
  }

  truth(context: EvaluationContext): boolean {
    return this.nodes(context)[0]?.truth() ?? false;
  }

  number(context: EvaluationContext): number {
    return this.nodes(context)[0]?.number() ?? Number.NaN;
  }

  position(context: EvaluationContext): number {
    let frame: Frame | undefined = start(context, this.up);
    for (const repeat of this.down) frame = frame?.repeats[repeat]?.[0];
    return frame?.nodes[this.slot]?.position() ?? 0;
  }

  nth({ current }: EvaluationContext, position: number): InterviewNode | undefined {
    const { scope } = this.place;
    if (this.place.kind !== 'repeat' || scope.parent === null) return undefined;
    let { frame } = current as DataNode & InFrame;
    for (
      let depth = commonDepth(frame.scope, scope.parent);
      frame.scope.depth > depth && frame.parent !== null;
    ) {
      frame = frame.parent;
    }
    // Of outer repeats that the asking question is not in, the first instance.
    for (const repeat of repeatsBelow(scope.parent, frame.scope.depth))
      frame = frame.repeats[repeat]?.[0] ?? frame;
    return frame.scope === scope.parent ? frame.repeats[scope.index]?.[position - 1]?.nodes[0] : undefined;
  }

  nodesFrom(node: DataNode): readonly InterviewNode[] {
    let { frame } = node as DataNode & InFrame;
    const bound = Math.min(commonDepth(this.place.scope, frame.scope), enclosing(this.place));
    while (frame.scope.depth > bound && frame.parent !== null) frame = frame.parent;
    const down = repeatsBelow(this.place.scope, bound);
    const own = frame.nodes[this.slot];
    if (down.length === 0) return own?.relevant === true ? [own] : NONE;
    const found: InterviewNode[] = [];
    gather(frame, down, 0, this.slot, found);
    return found;
  }

  within(instance: DataNode): readonly InterviewNode[] {
    const { frame } = instance as DataNode & InFrame;
    if (commonDepth(this.place.scope, frame.scope) < frame.scope.depth) return NONE;
    const down = repeatsBelow(this.place.scope, frame.scope.depth);
    const node = frame.nodes[this.slot];
    if (down.length === 0) return node?.relevant === true ? [node] : NONE;
    const found: InterviewNode[] = [];
    gather(frame, down, 0, this.slot, found);
    return found;
  }

  /** Blanks are left out, as in Collect. */
  sum(context: EvaluationContext): number {
    return sumOver(start(context, this.up), this.down, 0, this.slot);
  }

  count(context: EvaluationContext): number {
    return this.nodes(context).length;
  }
}

function accessorFor(target: Target, asking: Viewpoint): Accessor {
  const { up, down } = routeTo(target, asking.scope);
  const { slot } = target.place;
  return down.length === 0 ? new SingleAccessor(up, slot) : new ManyAccessor(up, down, target.place);
}

function gather(
  frame: Frame,
  down: readonly number[],
  level: number,
  slot: number,
  found: InterviewNode[],
): void {
  const deepest = level === down.length - 1;
  for (const instance of frame.repeats[down[level] ?? 0] ?? []) {
    if (!deepest) gather(instance, down, level + 1, slot, found);
    else {
      const node = instance.nodes[slot];
      if (node?.relevant === true) found.push(node);
    }
  }
}

function sumOver(frame: Frame, down: readonly number[], level: number, slot: number): number {
  const deepest = level === down.length - 1;
  let total = 0;
  for (const instance of frame.repeats[down[level] ?? 0] ?? []) {
    const part = deepest ? figureAt(instance, slot) : sumOver(instance, down, level + 1, slot);
    if (!Number.isNaN(part)) total += part;
  }
  return total;
}
