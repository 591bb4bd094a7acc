import type { Expression } from './expression.ts';
import type { Token } from './token.ts';

/** Unwinds the parser to its door, which turns it into an ExpressionProblem; nobody else sees it. */
export class SyntaxFailure extends Error {
  readonly position: number;

  constructor(position: number, message: string) {
    super(message);
    this.position = position;
  }
}

/** Every bracket, argument and operand on the way down counts; a few call frames each, so this fits any stack. */
const MAX_DEPTH = 400;

/** The parser's place in the tokens. */
export class TokenStream {
  private readonly tokens: readonly Token[];
  private index = 0;
  private depth = 0;
  private readonly parseNested: (stream: TokenStream) => Expression;

  /** `parseNested` reads a whole expression: handed in, so that the grammar's rules need not import each other in a ring. */
  constructor(tokens: readonly Token[], parseNested: (stream: TokenStream) => Expression) {
    this.tokens = tokens;
    this.parseNested = parseNested;
  }

  /** An expression inside brackets, a predicate or an argument. */
  nested(): Expression {
    return this.parseNested(this);
  }

  peek(ahead = 0): Token {
    const token = this.tokens[Math.min(this.index + ahead, this.tokens.length - 1)];
    if (token === undefined) throw new Error('a token stream ends with its end token');
    return token;
  }

  next(): Token {
    const token = this.peek();
    this.index += 1;
    return token;
  }

  /** Takes the token if it is this punctuation or operator. */
  accept(text: string): boolean {
    if (!this.is(text)) return false;
    this.index += 1;
    return true;
  }

  is(text: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return token.text === text && (token.kind === 'punctuation' || token.kind === 'operator');
  }

  expect(text: string, purpose: string): void {
    if (!this.accept(text)) this.fail(`${text} is missing ${purpose}`);
  }

  expectEnd(): void {
    const token = this.peek();
    if (token.kind === 'end') return;
    if (token.text === ')') this.fail('a closing bracket has no opening one; remove it or add a (');
    this.fail('an operator such as =, and, + was expected');
  }

  deeper<T>(parse: () => T): T {
    this.depth += 1;
    if (this.depth > MAX_DEPTH) {
      this.fail(`it is nested deeper than ${MAX_DEPTH} levels; move parts of it to calculate questions`);
    }
    const result = parse();
    this.depth -= 1;
    return result;
  }

  fail(what: string): never {
    const token = this.peek();
    const place = token.kind === 'end' ? 'At the end of the expression' : `At "${token.text.slice(0, 40)}"`;
    throw new SyntaxFailure(token.at, `${place}: ${what}.`);
  }
}
