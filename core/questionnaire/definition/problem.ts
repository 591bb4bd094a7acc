/** Something an author should mend. Errors keep a definition from being published, warnings do not. */
export interface Problem {
  readonly severity: 'error' | 'warning';
  readonly code: ProblemCode;
  /** JSON Pointer (RFC 6901) into the definition, for tools. */
  readonly pointer: string;
  /** The same for people: path of the element (`/data/visit/comment`) or what is meant (`choice list faces`). */
  readonly place: string;
  /** Column of the element, '' for the element as a whole. */
  readonly column: string;
  /** What is wrong and how to mend it, in English. */
  readonly message: string;
  /** 0-based offset in the column's text, for expressions. */
  readonly position?: number;
}

export type ProblemCode =
  | 'shape'
  | 'tooMuch'
  | 'badName'
  | 'reservedName'
  | 'duplicateName'
  | 'similarNames'
  | 'badLanguage'
  | 'missingTranslation'
  | 'missingLabel'
  | 'missingChoices'
  | 'emptyChoices'
  | 'duplicateChoice'
  | 'badChoice'
  | 'unusedChoices'
  | 'badFile'
  | 'badOther'
  | 'badParameter'
  | 'unknownAppearance'
  | 'uselessColumn'
  | 'contradiction'
  | 'missingCalculation'
  | 'badDefault'
  | 'syntax'
  | 'unknownReference'
  | 'ambiguousReference'
  | 'unknownPath'
  | 'unknownList'
  | 'unknownColumn'
  | 'unknownChoice'
  | 'badTrigger'
  | 'cycle'
  | 'unreachable'
  | 'emptyGroup'
  | 'badTableList'
  | 'badEntity'
  | 'badAudit'
  | 'badTheme';

/** One line for a terminal or a list: place, column, message. */
export const describeProblem = ({ place, column, message }: Problem): string =>
  `${place}${column === '' ? '' : `, ${column}`}: ${message}`;
