import type { BindablePath } from './binding.ts';
import { bindablePath } from './evaluation/path/bindablePath.ts';
import { FUNCTIONS } from './functions/registry.ts';
import type { Reach } from './reach.ts';
import type { Expression, FunctionCall, PathExpression } from './syntax/expression.ts';
import { namesInText } from './syntax/namesInText.ts';

export interface CallUse {
  readonly name: string;
  readonly argumentCount: number;
  readonly at: number;
}

/** Everything an expression touches, for static checks and the dependency graph. Each use is listed, in order of appearance. */
export interface References {
  /** `${name}` anywhere, also in the quoted path of jr:choice-name. */
  readonly names: readonly {
    readonly name: string;
    readonly lastSaved: boolean;
    readonly reach: Reach;
    readonly at: number;
  }[];
  /**
   * Paths from the document or from the question itself, each cut before its first predicate, and without predicates in full;
   * paths inside predicates are listed for themselves where they are anchored so.
   */
  readonly paths: readonly (BindablePath & { readonly at: number })[];
  /** instance('id') and pulldata('id', ...); `null` when the id is computed. */
  readonly instances: readonly { readonly id: string | null; readonly at: number }[];
  readonly calls: readonly CallUse[];
  /** Paths relative to a row inside a predicate, by their first step's name: columns of the list. */
  readonly columns: readonly { readonly name: string; readonly at: number }[];
  /** now(), today(), random(), uuid(), or randomize() without a seed. */
  readonly volatile: boolean;
  /** position(), last() or indexed-repeat(): depends on which repeat instances exist. */
  readonly positional: boolean;
  /** `.` outside predicates, or once(): the question's own value. */
  readonly self: boolean;
}

type Collected = {
  -readonly [Key in keyof References]: References[Key] extends readonly (infer Item)[]
    ? Item[]
    : References[Key];
};

export function referencesOf(expression: Expression): References {
  const found: Collected = {
    names: [],
    paths: [],
    instances: [],
    calls: [],
    columns: [],
    volatile: false,
    positional: false,
    self: false,
  };
  collect(expression, found, { inPredicate: false, reach: 'nearest' });
  return found;
}

interface Place {
  readonly inPredicate: boolean;
  readonly reach: Reach;
}

function collect(expression: Expression, found: Collected, place: Place): void {
  switch (expression.kind) {
    case 'reference':
      found.names.push({
        name: expression.name,
        lastSaved: expression.lastSaved,
        reach: place.reach,
        at: expression.at,
      });
      return;
    case 'negate':
      collect(expression.operand, found, place);
      return;
    case 'chain':
      for (const operand of expression.operands) collect(operand, found, place);
      return;
    case 'call':
      collectCall(expression, found, place);
      return;
    case 'path':
      collectPath(expression, found, place);
      return;
    default:
  }
}

function collectCall(call: FunctionCall, found: Collected, place: Place): void {
  const { name, args, at } = call;
  found.calls.push({ name, argumentCount: args.length, at });
  const definition = FUNCTIONS.get(name);
  const shortest = args.length < (definition?.max ?? 0);
  if (definition?.volatile === 'always' || (definition?.volatile === 'shortest' && shortest))
    found.volatile = true;
  if (definition?.positional === true) found.positional = true;
  if (name === 'once') found.self = true;
  const [first] = args;
  if (name === 'instance' || name === 'pulldata') {
    found.instances.push({ id: first?.kind === 'string' ? first.value : null, at });
  }
  const path = name === 'jr:choice-name' ? args[1] : undefined;
  if (path?.kind === 'string') {
    for (const quoted of namesInText(path.value))
      found.names.push({ ...quoted, reach: 'nearest', at: path.at });
  }
  args.forEach((arg, index) => {
    const all = name === 'indexed-repeat' ? index === 0 || index % 2 === 1 : name.endsWith('-if');
    collect(arg, found, all ? { ...place, reach: 'all' } : place);
  });
}

function collectPath(path: PathExpression, found: Collected, place: Place): void {
  const { start, steps, at } = path;
  const cut = steps.findIndex((step) => step.predicates.length > 0);
  const plainSteps = cut < 0 ? steps : steps.slice(0, cut);
  const bindable = bindablePath(
    { ...path, steps: plainSteps.map((step) => ({ ...step, predicates: [] })) },
    place,
  );
  if (bindable !== undefined) found.paths.push({ ...bindable, at });
  if (bindable?.anchor === 'current' && steps.every((step) => step.axis === 'self')) found.self = true;
  const column = steps[0];
  if (place.inPredicate && start === 'context' && column?.axis === 'child')
    found.columns.push({ name: column.test, at });
  if (typeof start === 'object') {
    collect(start.expression, found, place);
    for (const predicate of start.predicates) collect(predicate, found, { ...place, inPredicate: true });
  }
  for (const step of steps) {
    for (const predicate of step.predicates) collect(predicate, found, { ...place, inPredicate: true });
  }
}
