import type { Expression } from './expression.ts';
import { isNodeTest } from './parseStep.ts';
import type { TokenStream } from './tokenStream.ts';

/** Everything that is no location path: literals, ${name}, brackets, function calls. */
export function startsPrimary(stream: TokenStream): boolean {
  const token = stream.peek();
  if (token.kind === 'number' || token.kind === 'string' || token.kind === 'reference') return true;
  if (token.kind === 'name') return stream.is('(', 1) && !isNodeTest(token.text);
  return stream.is('(');
}

export function parsePrimary(stream: TokenStream): Expression {
  const { kind, text, at } = stream.next();
  if (kind === 'number') return { kind: 'number', value: Number(text), at };
  if (kind === 'string') return { kind: 'string', value: text, at };
  if (kind === 'reference') return reference(text, at);
  if (kind === 'name') return { kind: 'call', name: text, args: parseArguments(stream, text), at };
  const inner = stream.nested();
  stream.expect(')', 'to close the bracket');
  return inner;
}

const LAST_SAVED = 'last-saved#';

function reference(text: string, at: number): Expression {
  const lastSaved = text.startsWith(LAST_SAVED);
  return { kind: 'reference', name: lastSaved ? text.slice(LAST_SAVED.length) : text, lastSaved, at };
}

function parseArguments(stream: TokenStream, name: string): Expression[] {
  stream.expect('(', `after ${name}`);
  const args: Expression[] = [];
  if (stream.accept(')')) return args;
  do {
    args.push(stream.nested());
  } while (stream.accept(','));
  stream.expect(')', `to close the arguments of ${name}`);
  return args;
}
