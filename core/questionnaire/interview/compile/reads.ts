import type {
  Expression,
  FunctionCall,
  NameReference,
  PathExpression,
  Step,
} from '../../expression/index.ts';
import { Place } from './place.ts';
import type { Target, Viewpoint } from './target.ts';
import { enclosing, traceName, traceStep } from './tracePath.ts';
import type { Names } from './tracePath.ts';

/** What an expression reads: a value, and with it relevance; or only where among its siblings an instance stands. */
export interface Read {
  readonly target: Target;
  readonly what: 'value' | 'position';
}

/** The repeats of which it matters to a read how many instances there are. */
export function repeatsReadBy({ target, what }: Read): readonly Place[] {
  let { scope } = target.place;
  const lowest = what === 'position' ? Math.min(target.bound, scope.depth - 1) : target.bound;
  if (scope.depth <= lowest) return NO_REPEATS;
  const repeats: Place[] = [];
  for (; scope.parent !== null && scope.depth > lowest; scope = scope.parent) repeats.push(scope.head);
  return repeats;
}

const NO_REPEATS: readonly Place[] = [];

/** The places an expression reads when it belongs to `asking`; paths into attached lists read nothing of the response. */
export function readsOf(expression: Expression, asking: Viewpoint, names: Names): readonly Read[] {
  const reading: Reading = { asking, names, own: [{ place: asking, bound: asking.scope.depth }], reads: [] };
  read(expression, reading.own, reading);
  return reading.reads;
}

type Targets = readonly Target<Viewpoint>[];

interface Reading {
  readonly asking: Viewpoint;
  readonly names: Names;
  readonly own: Targets;
  readonly reads: Read[];
}

/** Rows of attached lists, whose children are no places. */
const ROWS: Targets = [];

function read(expression: Expression, context: Targets, reading: Reading): void {
  switch (expression.kind) {
    case 'chain':
      for (const operand of expression.operands) read(operand, context, reading);
      return;
    case 'negate':
      read(expression.operand, context, reading);
      return;
    case 'call':
      readCall(expression, context, reading);
      return;
    case 'reference':
      readName(expression, reading);
      return;
    case 'path':
      note(trace(expression, context, reading), 'value', reading);
      return;
    default:
  }
}

function note(targets: Targets, what: Read['what'], { reads }: Reading): void {
  for (const { place, bound } of targets) {
    if (place instanceof Place) reads.push({ target: { place, bound }, what });
  }
}

/** The commonest of all reads goes without lists of targets. */
function readName({ name, lastSaved }: NameReference, { asking, names, reads }: Reading): void {
  const places = lastSaved ? undefined : names.byName.get(name);
  const target = places === undefined ? undefined : traceName(places, asking);
  if (target !== undefined) reads.push({ target, what: 'value' });
}

function readCall(call: FunctionCall, context: Targets, reading: Reading): void {
  if (call.name === 'indexed-repeat') {
    readIndexed(call, context, reading);
    return;
  }
  if (call.name.endsWith('-if')) {
    readAnywhere(call, context, reading);
    return;
  }
  if (call.name === 'index') readIndex(reading);
  const positional = call.name === 'position' || call.name === 'last';
  if (positional && call.args.length === 0) note(context, 'position', reading);
  for (const argument of call.args) {
    const named = argument.kind === 'path' || argument.kind === 'reference';
    if (positional && named) note(trace(argument, context, reading), 'position', reading);
    else read(argument, context, reading);
  }
}

/** `count-if()` and its like ask in every instance, whichever the asking question is in. */
function readAnywhere(call: FunctionCall, context: Targets, reading: Reading): void {
  const inside: Reading = { ...reading, reads: [] };
  for (const argument of call.args) read(argument, context, inside);
  for (const { target, what } of inside.reads)
    reading.reads.push({ target: { place: target.place, bound: 0 }, what });
}

/** `index()`: where the asking question's own instance stands. */
function readIndex({ asking: { scope }, reads }: Reading): void {
  if (scope.head.kind === 'repeat')
    reads.push({ target: { place: scope.head, bound: scope.depth }, what: 'position' });
}

/** The value comes from any instance, whichever instance the asking question is in. */
function readIndexed(call: FunctionCall, context: Targets, reading: Reading): void {
  call.args.forEach((argument, index) => {
    const named = argument.kind === 'path' || argument.kind === 'reference';
    if (named && (index === 0 || index % 2 === 1)) {
      const anywhere = trace(argument, context, reading).map(({ place }) => ({ place, bound: 0 }));
      note(anywhere, index === 0 ? 'value' : 'position', reading);
    } else read(argument, context, reading);
  });
}

function trace(expression: PathExpression | NameReference, context: Targets, reading: Reading): Targets {
  const { asking, names } = reading;
  if (expression.kind === 'reference') {
    const places = expression.lastSaved ? undefined : names.byName.get(expression.name);
    const target = traceName(places ?? [], asking);
    return target === undefined ? ROWS : [target];
  }
  let at = traceStart(expression, context, reading);
  let left = expression.steps.length;
  for (const step of expression.steps) {
    left -= 1;
    at = traceStep(at, step, left === 0, expression.start === 'root' ? asking.scope : null, names);
    readPredicates(step.predicates, at, reading);
  }
  return at;
}

function traceStart({ start }: PathExpression, context: Targets, reading: Reading): Targets {
  if (start === 'root') return [{ place: reading.names.document, bound: 0 }];
  if (start === 'context') return context;
  const at = traceNodes(start.expression, context, reading);
  readPredicates(start.predicates, at, reading);
  return at;
}

/** Node-sets that a path may start from. */
function traceNodes(expression: Expression, context: Targets, reading: Reading): Targets {
  if (expression.kind === 'path' || expression.kind === 'reference')
    return trace(expression, context, reading);
  if (expression.kind === 'chain') {
    return expression.operands.flatMap((operand) => traceNodes(operand, context, reading));
  }
  if (expression.kind === 'call' && expression.name === 'current') return reading.own;
  if (expression.kind === 'call' && expression.name === 'randomize') {
    return expression.args.slice(0, 1).flatMap((argument) => traceNodes(argument, context, reading));
  }
  read(expression, context, reading);
  return ROWS;
}

function readPredicates(predicates: Step['predicates'], at: Targets, reading: Reading): void {
  if (predicates.length === 0) return;
  const rows = at.map(({ place, bound }) => ({
    place,
    bound: place instanceof Place ? Math.min(bound, enclosing(place)) : bound,
  }));
  for (const predicate of predicates) read(predicate, rows, reading);
}
