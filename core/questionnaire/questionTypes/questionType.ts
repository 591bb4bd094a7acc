import type { Result } from '../../kernel/index.ts';
import type { AnswerValue, Special, SpecialAnswer } from './answerValue.ts';

/** What a type has to know of the question that has it; a `Question` of the definition fits. */
export interface AskedQuestion {
  readonly name: string;
  readonly parameters?: Readonly<Record<string, string>>;
  readonly choices?: string;
  readonly specialAnswers?: readonly SpecialAnswer[];
}

/** A choice that the question offers now (after its choice filter), or any of its list for exports; in the order of the list. */
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
    | 'tooManyChoices'
    | 'tooLow'
    | 'tooHigh'
    | 'offStep'
    | 'incomplete' // `part` is missing
    | 'wrongTotal'
    | 'tooFewPoints'
    | 'notClosed'
    | 'badEmail'
    | 'badPhone'
    | 'consentMissing'
    | 'specialNotOffered';
  readonly limit?: number;
  readonly part?: string;
}

export type FlatCell = string | number | null | Special;

/** One column of a flat export. `suffix` is '' for the question's own column, else joined to its path with `/`. */
export interface FlatColumn {
  readonly suffix: string;
  readonly kind: 'text' | 'number' | 'boolean' | 'date' | 'time' | 'dateTime';
}

/**
 * The XLSForm row that a type of ours is written as. Words of `appearance` up to the one that begins with `earshot-` belong to the
 * type and carry its parameters; the question's own appearance follows them. `readNearest` reads it back.
 */
export interface NearestRow {
  readonly type: string;
  readonly appearance: string;
  /** The parameters that the XLSForm type takes. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** The choice names a list must have; the exporter writes such a list when the question brings none. */
  readonly choiceNames?: readonly string[];
}

export interface ParameterRule {
  /**
   * `seed` is a number or `${name}`; `list` names a choice list of the definition; `places` a choice list, an attached list or a
   * `${name}` in a repeat; `column` is a column of an attached list; `package` an Android package.
   */
  readonly kind:
    'integer' | 'number' | 'boolean' | 'word' | 'column' | 'package' | 'list' | 'places' | 'seed';
  readonly words?: readonly string[];
  readonly least?: number;
  readonly most?: number;
  readonly required?: boolean;
  /** What a missing parameter means; for documentation and the console's builder. */
  readonly fallback?: string;
}

/** How the type is bound and shown in an XForm; `none` has no control in the body, `action` is an action of the model. */
export interface XFormShape {
  readonly control:
    'input' | 'select1' | 'select' | 'odk:rank' | 'range' | 'trigger' | 'upload' | 'action' | 'none';
  /** Data type of the node; null when the question has no node in the instance. */
  readonly bind:
    | 'string'
    | 'int'
    | 'decimal'
    | 'date'
    | 'time'
    | 'dateTime'
    | 'geopoint'
    | 'geotrace'
    | 'geoshape'
    | 'binary'
    | 'barcode'
    | 'odk:rank'
    | null;
  readonly mediatype?: string;
  readonly preload?: string;
  readonly preloadParams?: string;
}

/** Where the choices come from: the definition's lists, an attached file, the external lists, tag lists; `optionalList` labels points. */
export type ChoiceSource = 'none' | 'list' | 'optionalList' | 'file' | 'externalList' | 'tagList';

/**
 * What one type of question is. All functions are pure and never throw, but `encode` and `flatCells` on a value of another type.
 */
export interface QuestionType {
  readonly name: string;
  /** One line for authors. */
  readonly about: string;
  /** Someone is asked or shown something; false for calculations, metadata, attachments ... */
  readonly asked: boolean;
  readonly choices: ChoiceSource;
  readonly parameters: Readonly<Record<string, ParameterRule>>;
  /** What is wrong with parameters that are well-formed each on its own, and how to mend it; in English, for authors. */
  readonly parameterProblems?: (parameters: Readonly<Record<string, string>>) => readonly string[];
  /** Appearance words the type understands; an entry ending in `*` stands for every word so beginning. */
  readonly appearances: readonly string[];
  readonly xform: (question: AskedQuestion) => XFormShape;
  /** Reads an XForms string, or a value as `AnswerValue` has it. Blank and special answers are values of every type. */
  readonly decode: (raw: unknown) => Result<AnswerValue, AnswerProblem>;
  /** The XForms string of a value; '' for blank. */
  readonly encode: (value: AnswerValue) => string;
  /** The checks that the type brings itself, beside the author's constraint. Blank passes; special answers pass where offered. */
  readonly validate: (
    value: AnswerValue,
    question: AskedQuestion,
    offered: readonly OfferedChoice[],
  ) => readonly AnswerProblem[];
  readonly flatColumns: (question: AskedQuestion, offered: readonly OfferedChoice[]) => readonly FlatColumn[];
  /** As many cells as there are columns. Blank gives nulls; a special answer stands in the first cell. */
  readonly flatCells: (
    value: AnswerValue,
    question: AskedQuestion,
    offered: readonly OfferedChoice[],
  ) => readonly FlatCell[];
  /** Only for types that XLSForm lacks. */
  readonly nearest?: (question: AskedQuestion) => NearestRow;
}
