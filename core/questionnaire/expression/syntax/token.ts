/** One lexical piece. `name` covers function names, axes and steps; `operator` only stands where an operand is complete. */
export type TokenKind = 'number' | 'string' | 'name' | 'operator' | 'reference' | 'punctuation' | 'end';

export interface Token {
  readonly kind: TokenKind;
  /** The operator, punctuation, name, string contents, or digits. For a reference: the name, `last-saved#` included. */
  readonly text: string;
  readonly at: number;
}
