import { err, ok } from '../../../kernel/index.ts';
import type { Result } from '../../../kernel/index.ts';
import type { ExpressionProblem } from '../problem.ts';
import type { Token } from './token.ts';

const SPACE = /[ \t\r\n\f\u00a0]+/y;
/** An exponent is more than XPath has, but after a number it can mean nothing else. */
const NUMBER = /(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?/iy;
const NAME = /[\p{L}_][\p{L}\p{M}\p{N}_.\u00b7-]*(?::(?:[\p{L}_][\p{L}\p{M}\p{N}_.\u00b7-]*|\*))?/uy;
const REFERENCE = /\$\{\s*([^\s{}$]+)\s*\}/y;
const PUNCTUATION = /\/\/|::|\.\.|[/()[\],.@]/y;
const SYMBOL = /<=|>=|!=|[=<>+|*-]/y;
const WORD_OPERATOR = /(?:and|or|div|mod)(?![\p{L}_])/iuy;

/** Tells operators from names the XPath way: after a complete operand only an operator can follow. */
export function tokenise(text: string): Result<readonly Token[], ExpressionProblem> {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const space = match(SPACE, text, at);
    if (space !== undefined) {
      at += space.length;
      continue;
    }
    const token = endsOperand(tokens.at(-1)) ? operatorAt(text, at) : operandAt(text, at);
    const found = token ?? punctuationAt(text, at);
    if (found === undefined) return err(unreadable(text, at));
    tokens.push(found.token);
    at += found.length;
  }
  tokens.push({ kind: 'end', text: '', at: text.length });
  return ok(tokens);
}

interface Found {
  readonly token: Token;
  readonly length: number;
}

function endsOperand(token: Token | undefined): boolean {
  if (token === undefined) return false;
  if (token.kind === 'punctuation') return [')', ']', '.', '..', '*'].includes(token.text);
  return token.kind !== 'operator';
}

function operatorAt(text: string, at: number): Found | undefined {
  const symbol = match(SYMBOL, text, at) ?? match(WORD_OPERATOR, text, at)?.toLowerCase();
  return symbol === undefined ? undefined : found('operator', symbol, at, symbol.length);
}

function operandAt(text: string, at: number): Found | undefined {
  const first = text[at];
  if (first === '"' || first === "'") {
    const end = text.indexOf(first, at + 1);
    return end < 0 ? undefined : found('string', text.slice(at + 1, end), at, end + 1 - at);
  }
  if (first === '-') return found('operator', '-', at, 1);
  if (first === '*') return found('punctuation', '*', at, 1);
  const number = match(NUMBER, text, at);
  if (number !== undefined) return found('number', number, at, number.length);
  REFERENCE.lastIndex = at;
  const reference = REFERENCE.exec(text);
  if (reference !== null) return found('reference', reference[1] ?? '', at, reference[0].length);
  const name = match(NAME, text, at);
  return name === undefined ? undefined : found('name', name, at, name.length);
}

function punctuationAt(text: string, at: number): Found | undefined {
  const mark = match(PUNCTUATION, text, at);
  return mark === undefined ? undefined : found('punctuation', mark, at, mark.length);
}

const found = (kind: Token['kind'], text: string, at: number, length: number): Found => ({
  token: { kind, text, at },
  length,
});

function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

function unreadable(text: string, at: number): ExpressionProblem {
  const start = text.slice(at, at + 20);
  const first = text[at] ?? '';
  if (first === '"' || first === "'") {
    return { position: at, message: `The text that starts at ${start} has no closing ${first}.` };
  }
  if (first === '$') {
    return {
      position: at,
      message: `"${start}" is no reference: write \${name}, with the name of a question in braces.`,
    };
  }
  if (/[“”„‘’‚«»]/u.test(first)) {
    return { position: at, message: `${first} is a typographic quotation mark: write ' or ".` };
  }
  return {
    position: at,
    message: `An operator such as =, and, + was expected at "${start}", or a closing bracket is missing before it.`,
  };
}
