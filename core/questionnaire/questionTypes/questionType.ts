import type { Result } from '../../kernel/index.ts';
import type { AnswerValue } from './answerValue.ts';
import type { QuestionTypeName } from './questionTypeName.ts';

/** What a type has to know of the question that has it; a `Question` of the definition fits. */
export interface AskedQuestion {
  readonly name: string;
  readonly parameters?: Readonly<Record<string, string>>;
  readonly appearance?: string;
  readonly specialAnswers?: readonly ('dontKnow' | 'refused')[];
}

/** The choices that the question offers now (after its choice filter), in the order of the list. */
export interface OfferedChoice {
  readonly name: string;
  readonly exclusive?: boolean;
}

/** Why a value is no answer to the question. Screens turn the code into words; `limit` is what was to be kept. */
export interface AnswerProblem {
  readonly code:
    | 'malformed' // not of the type at all
    | 'notAChoice' // names a choice that the list does not have
    | 'repeatedChoice'
    | 'exclusiveChoice' // an exclusive choice together with others
    | 'tooLow'
    | 'tooHigh'
    | 'offStep'
    | 'incomplete' // a part is missing
    | 'wrongTotal'
    | 'tooFewPoints'
    | 'notClosed'
    | 'consentMissing'
    | 'specialNotOffered';
  readonly limit?: number;
  readonly part?: string;
}

export type FlatCell = string | number | null;

/** One column of a flat export. `suffix` is '' for the question's own column, else joined to its name with `/`. */
export interface FlatColumn {
  readonly suffix: string;
  readonly kind: 'text' | 'number' | 'boolean' | 'date' | 'time' | 'dateTime';
}

/** The XLSForm row that a type of ours is written as, and read back from by its `earshot-` appearance. */
export interface NearestRow {
  readonly type: string;
  readonly appearance: string;
  readonly parameters?: Readonly<Record<string, string>>;
  /** Choice names that the exporter must write as a list when the question brings none. */
  readonly choiceNames?: readonly string[];
}

export interface ParameterRule {
  readonly kind: 'integer' | 'number' | 'boolean' | 'word' | 'text' | 'list';
  readonly words?: readonly string[];
  readonly least?: number;
  readonly most?: number;
  readonly required?: boolean;
  /** What a missing parameter means; for documentation and the console's builder. */
  readonly fallback?: string;
}

/** How the type is bound and shown in an XForm; `none` has no control in the body. */
export interface XFormShape {
  readonly control:
    'input' | 'select1' | 'select' | 'odk:rank' | 'range' | 'trigger' | 'upload' | 'action' | 'none';
  /** Bind type; null when the question has no node in the instance. */
  readonly bind: string | null;
  readonly mediatype?: string;
  readonly preload?: string;
  readonly preloadParams?: string;
}

export interface QuestionType {
  readonly name: QuestionTypeName;
  /** Someone is asked; false for calculations, metadata, attachments ... */
  readonly asked: boolean;
  readonly choices: 'none' | 'required' | 'optional';
  readonly xform: XFormShape;
  readonly parameters: Readonly<Record<string, ParameterRule>>;
  /** Appearance words the type understands; an entry ending in `*` stands for every word so beginning. */
  readonly appearances: readonly string[];
  /** Reads an XForms string, or a value as `AnswerValue` has it. Blank and special answers are values of every type. */
  readonly decode: (raw: unknown) => Result<AnswerValue, AnswerProblem>;
  /** The XForms string of a value; '' for blank. Throws on a value of another type, which is a bug. */
  readonly encode: (value: AnswerValue) => string;
  /** The checks that the type brings itself; blank and special answers always pass. */
  readonly validate: (
    value: AnswerValue,
    question: AskedQuestion,
    offered: readonly OfferedChoice[],
  ) => readonly AnswerProblem[];
  readonly flatColumns: (question: AskedQuestion, offered: readonly OfferedChoice[]) => readonly FlatColumn[];
  /** As many cells as there are columns. Blank gives nulls; a special answer gives its code in the first column. */
  readonly flatCells: (
    value: AnswerValue,
    question: AskedQuestion,
    offered: readonly OfferedChoice[],
  ) => readonly FlatCell[];
  /** Only for types that XLSForm lacks. */
  readonly nearest?: (question: AskedQuestion) => NearestRow;
}
