import type { Expression, PathExpression, PathStart, Step } from './expression.ts';
import { parsePrimary, startsPrimary } from './parsePrimary.ts';
import { parsePredicates, parseStep, startsStep } from './parseStep.ts';
import type { TokenStream } from './tokenStream.ts';

/** A location path, or a primary expression with what may follow it: predicates and further steps. */
export function parsePath(stream: TokenStream): Expression {
  const at = stream.peek().at;
  if (startsPrimary(stream)) {
    const expression = parsePrimary(stream);
    const predicates = parsePredicates(stream);
    if (predicates.length === 0 && !stream.is('/') && !stream.is('//')) return expression;
    return continuePath(stream, { expression, predicates }, at);
  }
  if (stream.is('/') && !startsStep(stream, 1)) {
    stream.next();
    return { kind: 'path', start: 'root', steps: [], at };
  }
  if (stream.is('/') || stream.is('//')) return continuePath(stream, 'root', at);
  const steps = [parseStep(stream)];
  return { kind: 'path', start: 'context', steps: [...steps, ...moreSteps(stream)], at };
}

function continuePath(stream: TokenStream, start: PathStart | 'root', at: number): PathExpression {
  return { kind: 'path', start, steps: moreSteps(stream), at };
}

function moreSteps(stream: TokenStream): Step[] {
  const steps: Step[] = [];
  for (;;) {
    const at = stream.peek().at;
    if (stream.accept('//')) {
      steps.push({ axis: 'descendant-or-self', test: 'node()', predicates: [], at });
    } else if (!stream.accept('/')) {
      return steps;
    }
    steps.push(parseStep(stream));
  }
}
