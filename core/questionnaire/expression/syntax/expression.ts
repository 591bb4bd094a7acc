/**
 * The syntax tree of an ODK XForms expression. `at` is the 0-based offset of the construct in the text, for messages.
 * Operators of one precedence stand in one flat chain (`a - b + c` is a chain of three operands), so that
 * depth grows with nesting only, never with length.
 */
export type Expression =
  NumberLiteral | StringLiteral | NameReference | Negation | OperatorChain | FunctionCall | PathExpression;

export interface NumberLiteral {
  readonly kind: 'number';
  readonly value: number;
  readonly at: number;
}

export interface StringLiteral {
  readonly kind: 'string';
  readonly value: string;
  readonly at: number;
}

/** `${name}`, or `${last-saved#name}` with `lastSaved`. */
export interface NameReference {
  readonly kind: 'reference';
  readonly name: string;
  readonly lastSaved: boolean;
  readonly at: number;
}

export interface Negation {
  readonly kind: 'negate';
  readonly operand: Expression;
  readonly at: number;
}

export type Operator =
  '|' | '*' | 'div' | 'mod' | '+' | '-' | '<' | '<=' | '>' | '>=' | '=' | '!=' | 'and' | 'or';

/** `operands[0] operators[0] operands[1] ...`, left to right; all operators bind equally strongly. Two operands or more. */
export interface OperatorChain {
  readonly kind: 'chain';
  readonly operators: readonly Operator[];
  readonly operands: readonly Expression[];
  readonly at: number;
}

export interface FunctionCall {
  readonly kind: 'call';
  readonly name: string;
  readonly args: readonly Expression[];
  readonly at: number;
}

/**
 * `start` says where the first step begins: at the document (`/a`), at the context node (`a`, `.`, `..`), or at the nodes
 * of another expression (`current()/..`, `instance('x')/root`, `${rep}[1]/a`), narrowed by its own predicates first.
 */
export interface PathExpression {
  readonly kind: 'path';
  readonly start: 'root' | 'context' | PathStart;
  readonly steps: readonly Step[];
  readonly at: number;
}

export interface PathStart {
  readonly expression: Expression;
  readonly predicates: readonly Expression[];
}

/** `.` is self::node(), `..` is parent::node(), `//` is descendant-or-self::node() followed by the next step. */
export type Axis = 'child' | 'parent' | 'self' | 'descendant-or-self' | 'attribute';

export interface Step {
  readonly axis: Axis;
  /** A (prefixed) name as written, `*` for any element, `node()` for any node. */
  readonly test: string;
  readonly predicates: readonly Expression[];
  readonly at: number;
}
