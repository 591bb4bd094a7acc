import type { Expression, Operator } from './expression.ts';
import { operatorOf, UNARY_LEVEL, UNION_LEVEL } from './operators.ts';
import { parsePath } from './parsePath.ts';
import type { TokenStream } from './tokenStream.ts';

/** Reads operands joined by operators of `level` or tighter (precedence climbing). */
export function parseOperators(stream: TokenStream, level: number): Expression {
  return stream.deeper(() => {
    let left = parseUnary(stream);
    for (;;) {
      const next = operatorLevel(stream);
      if (next === undefined || next < level) return left;
      left = parseChain(stream, left, next);
    }
  });
}

function parseChain(stream: TokenStream, first: Expression, level: number): Expression {
  const operators: Operator[] = [];
  const operands = [first];
  while (operatorLevel(stream) === level) {
    const operator = operatorOf(stream.next().text)?.operator;
    if (operator === undefined) throw new Error('an operator has a level only if it is known');
    operators.push(operator);
    operands.push(level + 1 < UNARY_LEVEL ? parseOperators(stream, level + 1) : parseUnary(stream));
  }
  return { kind: 'chain', operators, operands, at: first.at };
}

function operatorLevel(stream: TokenStream): number | undefined {
  const token = stream.peek();
  if (token.kind !== 'operator') return undefined;
  const level = operatorOf(token.text)?.level;
  return level === UNION_LEVEL ? undefined : level;
}

function parseUnary(stream: TokenStream): Expression {
  const at = stream.peek().at;
  if (!stream.accept('-')) return parseUnion(stream);
  return { kind: 'negate', operand: stream.deeper(() => parseUnary(stream)), at };
}

function parseUnion(stream: TokenStream): Expression {
  const first = parsePath(stream);
  if (!stream.is('|')) return first;
  const operands = [first];
  while (stream.accept('|')) operands.push(parsePath(stream));
  const operators = operands.slice(1).map((): Operator => '|');
  return { kind: 'chain', operators, operands, at: first.at };
}
