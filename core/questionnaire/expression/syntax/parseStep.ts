import type { Axis, Expression, Step } from './expression.ts';
import type { TokenStream } from './tokenStream.ts';

const AXES: ReadonlyMap<string, Axis> = new Map([
  ['child', 'child'],
  ['parent', 'parent'],
  ['self', 'self'],
  ['descendant-or-self', 'descendant-or-self'],
  ['attribute', 'attribute'],
]);

const FOREIGN_AXES = [
  'ancestor',
  'ancestor-or-self',
  'descendant',
  'following',
  'following-sibling',
  'namespace',
  'preceding',
  'preceding-sibling',
];
const NODE_TESTS = ['node', 'text', 'comment', 'processing-instruction'];

/** `node()`, `text()` and their like are tests of a step, not functions. */
export const isNodeTest = (name: string): boolean => NODE_TESTS.includes(name);

export function startsStep(stream: TokenStream, ahead = 0): boolean {
  if (stream.peek(ahead).kind === 'name') return true;
  return ['.', '..', '@', '*'].some((mark) => stream.is(mark, ahead));
}

export function parseStep(stream: TokenStream): Step {
  const at = stream.peek().at;
  if (stream.accept('.')) return { axis: 'self', test: 'node()', predicates: parsePredicates(stream), at };
  if (stream.accept('..')) return { axis: 'parent', test: 'node()', predicates: parsePredicates(stream), at };
  const axis = parseAxis(stream);
  const test = parseTest(stream);
  return { axis, test, predicates: parsePredicates(stream), at };
}

export function parsePredicates(stream: TokenStream): Expression[] {
  const predicates: Expression[] = [];
  while (stream.accept('[')) {
    predicates.push(stream.nested());
    stream.expect(']', 'to close the predicate');
  }
  return predicates;
}

function parseAxis(stream: TokenStream): Axis {
  if (stream.accept('@')) return 'attribute';
  if (!stream.is('::', 1)) return 'child';
  const name = stream.peek().text;
  const axis = AXES.get(name);
  if (axis === undefined) {
    const known = FOREIGN_AXES.includes(name)
      ? 'ODK XForms does not have this axis'
      : 'there is no such axis';
    stream.fail(`${known}; use child, parent, self or //`);
  }
  stream.next();
  stream.next();
  return axis;
}

function parseTest(stream: TokenStream): string {
  if (stream.accept('*')) return '*';
  const { kind, text } = stream.peek();
  if (kind !== 'name') stream.fail('a question name, a path, a value or a function was expected');
  if (!isNodeTest(text) || !stream.is('(', 1)) {
    stream.next();
    return text;
  }
  if (text !== 'node') {
    stream.fail(`${text}() is not part of ODK XForms: paths reach questions and groups; use . for the value`);
  }
  stream.next();
  stream.next();
  stream.expect(')', 'after node(');
  return 'node()';
}
