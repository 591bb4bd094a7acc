import type { QuestionTypeName } from '../questionTypes/registry.ts';
import type { SpecialAnswer } from '../questionTypes/answerValue.ts';
import type { Attributes, ExpressionText, Media, Text } from './text.ts';

/** Columns that questions, groups and repeats share. */
interface ElementColumns {
  /** Unique among its siblings; part of the path, e.g. `visit` in `/data/shop/visit`. */
  readonly name: string;
  readonly label?: Text;
  readonly hint?: Text;
  readonly guidanceHint?: Text;
  readonly media?: Media;
  readonly relevant?: ExpressionText;
  readonly readOnly?: ExpressionText;
  /** Words separated by spaces. */
  readonly appearance?: string;
  /** `bind::x`, `body::x` and `instance::x` columns: attributes of the XForm's bind, control and instance node. */
  readonly bind?: Attributes;
  readonly body?: Attributes;
  readonly instance?: Attributes;
  /** Columns of other tools, kept word for word by their header. */
  readonly extra?: Readonly<Record<string, string>>;
}

export interface Question extends ElementColumns {
  readonly type: QuestionTypeName;
  /** Boolean expression; `true()` for always. */
  readonly required?: ExpressionText;
  readonly requiredMessage?: Text;
  /** Must hold for a non-blank answer; `.` is the answer. */
  readonly constraint?: ExpressionText;
  readonly constraintMessage?: Text;
  /** Should hold: the answer may be kept, with a reason. */
  readonly warning?: ExpressionText;
  readonly warningMessage?: Text;
  /** Follows what it depends on, or runs when one of `triggers` changes if there are any. */
  readonly calculation?: ExpressionText;
  /** First value, taken literally. */
  readonly default?: string;
  /** First value, evaluated once when the response or the repeat instance begins. Not together with `default`. */
  readonly dynamicDefault?: ExpressionText;
  /** Names of questions whose change runs `calculation`. */
  readonly triggers?: readonly string[];
  /** `randomize`, `seed`, `start`, `end`, `step` ... as the question type takes them. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** Name of a choice list of the definition (or of `externalChoices` for select_one_external). */
  readonly choices?: string;
  /** Instead of a list: name of a question in a repeat, whose answers are the choices. */
  readonly choicesFrom?: string;
  /** Instead of a list: attached .csv, .xml or .geojson for the types `..._from_file`. */
  readonly file?: string;
  readonly choiceFilter?: ExpressionText;
  /** Offers "other" and asks which, in a text question `<name>_other` behind this one. */
  readonly orOther?: boolean;
  /** Ways out that are offered beside the answers; they satisfy `required` and are never tested by constraints. */
  readonly specialAnswers?: readonly SpecialAnswer[];
  /** Entity property that takes the answer. */
  readonly saveTo?: string;
  /** Least time on the question, in seconds (SurveyCTO). */
  readonly minimumSeconds?: number;
}

export interface Group extends ElementColumns {
  readonly type: 'group';
  readonly elements: readonly Element[];
  /** Android intent. */
  readonly intent?: string;
}

export interface Repeat extends ElementColumns {
  readonly type: 'repeat';
  readonly elements: readonly Element[];
  /** How many instances there are; people then neither add nor remove any. */
  readonly repeatCount?: ExpressionText;
  /** Instances at the start when nothing counts them; 1 when left out. */
  readonly startInstances?: number;
  /** People neither add nor remove instances although nothing counts them. */
  readonly fixed?: boolean;
  readonly intent?: string;
}

export type Element = Question | Group | Repeat;

export const isGroup = (element: Element): element is Group => element.type === 'group';
export const isRepeat = (element: Element): element is Repeat => element.type === 'repeat';
export const isQuestion = (element: Element): element is Question =>
  element.type !== 'group' && element.type !== 'repeat';
