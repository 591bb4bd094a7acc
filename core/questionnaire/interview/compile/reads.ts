import type { Expression, FunctionCall, PathExpression, Step } from '../../expression/index.ts';
import { parseExpression } from '../../expression/index.ts';
import type { Place } from './place.ts';
import type { Target } from './target.ts';
import { enclosing, traceName, traceStep } from './tracePath.ts';

/** What an expression reads: a value, and with it relevance; or only where among its siblings an instance stands. */
export interface Read {
  readonly target: Target;
  readonly what: 'value' | 'position';
}

export interface Names {
  /** What `/` means; its only child is the root. */
  readonly document: Place;
  readonly byName: ReadonlyMap<string, readonly Place[]>;
}

/** The places an expression reads when it belongs to `asking`; paths into attached lists read nothing of the response. */
export function readsOf(expression: Expression, asking: Place, names: Names): readonly Read[] {
  const reader = new Reader(asking, names);
  reader.read(expression, reader.own);
  return reader.reads;
}

/** Rows of attached lists, whose children are no places. */
const ROWS: readonly Target[] = [];

class Reader {
  readonly reads: Read[] = [];
  readonly own: readonly Target[];
  readonly #asking: Place;
  readonly #names: Names;

  constructor(asking: Place, names: Names) {
    this.#asking = asking;
    this.#names = names;
    this.own = [{ place: asking, bound: asking.scope.depth }];
  }

  read(expression: Expression, context: readonly Target[]): void {
    if (expression.kind === 'chain') for (const operand of expression.operands) this.read(operand, context);
    else if (expression.kind === 'negate') this.read(expression.operand, context);
    else if (expression.kind === 'call') this.#readCall(expression, context);
    else if (expression.kind === 'path' || expression.kind === 'reference')
      this.#add(this.#trace(expression, context), 'value');
  }

  #add(targets: readonly Target[], what: Read['what']): void {
    for (const target of targets) this.reads.push({ target, what });
  }

  #readCall(call: FunctionCall, context: readonly Target[]): void {
    if (call.name === 'indexed-repeat') return this.#readIndexed(call, context);
    if (call.name === 'jr:choice-name' || call.name === 'choice-name')
      return this.#readChoiceName(call, context);
    const positional = call.name === 'position' || call.name === 'last';
    if (positional && call.args.length === 0) this.#add(context, 'position');
    for (const argument of call.args) {
      const named = argument.kind === 'path' || argument.kind === 'reference';
      if (positional && named) this.#add(this.#trace(argument, context), 'position');
      else this.read(argument, context);
    }
  }

  /** The value comes from any instance, whichever instance the asking question is in. */
  #readIndexed(call: FunctionCall, context: readonly Target[]): void {
    call.args.forEach((argument, index) => {
      const named = argument.kind === 'path' || argument.kind === 'reference';
      if (!named || (index !== 0 && index % 2 === 0)) return this.read(argument, context);
      for (const { place } of this.#trace(argument, context)) this.#add([{ place, bound: 0 }], 'value');
    });
  }

  /** The path stands in quotes; only the labels of its choices are read. */
  #readChoiceName(call: FunctionCall, context: readonly Target[]): void {
    const [value] = call.args;
    if (value !== undefined) this.read(value, context);
  }

  #trace(
    expression: PathExpression | Extract<Expression, { kind: 'reference' }>,
    context: readonly Target[],
  ): readonly Target[] {
    if (expression.kind === 'reference') return this.#traceName(expression.name, expression.lastSaved);
    let at = this.#traceStart(expression, context);
    expression.steps.forEach((step, index) => {
      at = traceStep(at, step, index === expression.steps.length - 1, this.#asking.scope);
      this.#readPredicates(step, at);
    });
    return at;
  }

  #traceStart(path: PathExpression, context: readonly Target[]): readonly Target[] {
    if (path.start === 'root') return [{ place: this.#names.document, bound: 0 }];
    if (path.start === 'context') return context;
    const { expression, predicates } = path.start;
    const start = this.#traceExpression(expression, context);
    for (const predicate of predicates) this.#readPredicate(predicate, start);
    return start;
  }

  /** Node-sets that a path may start from. */
  #traceExpression(expression: Expression, context: readonly Target[]): readonly Target[] {
    if (expression.kind === 'path' || expression.kind === 'reference')
      return this.#trace(expression, context);
    if (expression.kind === 'call' && expression.name === 'current') return this.own;
    if (expression.kind === 'chain')
      return expression.operands.flatMap((operand) => this.#traceExpression(operand, context));
    this.read(expression, context);
    if (expression.kind !== 'call' || expression.name !== 'randomize') return ROWS;
    return expression.args.slice(0, 1).flatMap((argument) => this.#traceExpression(argument, context));
  }

  #traceName(name: string, lastSaved: boolean): readonly Target[] {
    if (lastSaved) return ROWS;
    const target = traceName(this.#names.byName.get(name) ?? [], this.#asking);
    return target === undefined ? ROWS : [target];
  }

  #readPredicates(step: Step, at: readonly Target[]): void {
    for (const predicate of step.predicates) this.#readPredicate(predicate, at);
  }

  #readPredicate(predicate: Expression, at: readonly Target[]): void {
    const rows = at.map(({ place, bound }) => ({ place, bound: Math.min(bound, enclosing(place)) }));
    this.read(predicate, rows);
  }
}

/** The places named in the quoted path of jr:choice-name. */
export function choiceQuestion(text: string, asking: Place, names: Names): Place | undefined {
  const parsed = parseExpression(text);
  if (!parsed.ok) return undefined;
  return readsOf(parsed.value, asking, names)[0]?.target.place;
}
