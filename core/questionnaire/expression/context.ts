import type { DataNode } from './dataNode.ts';
import type { Reach } from './reach.ts';

/** The world around an evaluation, handed in: expressions have no clock, no randomness and no files of their own. */
export interface Environment {
  /** The document node of the questionnaire's own data: `/data/a` starts here. */
  readonly root: DataNode;
  /** Milliseconds since 1970 UTC. Called once per `now()` or `today()`. */
  now(): number;
  /** IANA name of the local zone, e.g. `Europe/Riga`. */
  readonly timeZone: string;
  /** BCP 47 tag of the current language, for month and weekday names. */
  readonly language: string;
  /** Uniform in [0, 1), for random(), uuid() and randomize() without a seed. */
  random(): number;
  /**
   * The document node of a secondary instance: `instance('list')/root/item` steps to child `root` from here.
   * Immutable by contract: equality predicates over it are answered from an index kept per document node.
   */
  instance(id: string): DataNode | undefined;
  /** `${name}` where no binding answered at compile time: the nodes meant, as seen from `from`. */
  reference(name: string, lastSaved: boolean, reach: Reach, from: DataNode): readonly DataNode[];
  /** jr:itext: the text in the current language, undefined when there is no such id. */
  translation(id: string): string | undefined;
  /** jr:choice-name: label of `value` in the choices of the question at `path`, in the current language. */
  choiceName(value: string, path: string, from: DataNode): string | undefined;
  /** Facts about the device and the form for property(), e.g. `deviceid`; undefined when unknown. */
  property?(name: string): string | undefined;
  /**
   * True where forms made for ODK Collect run: then, where the specification and JavaRosa differ, JavaRosa is followed.
   * sum, min and max leave blanks out, a question counts as true only when answered, regex() must match the whole text,
   * round() takes halves upwards, date() drops the time of day, dates are counted by the local clock, and an irrelevant or missing question equals ''.
   */
  readonly collect?: boolean;
}

/**
 * One evaluation's view. Evaluation moves `node`, `position` and `size` while it is inside predicates and puts them back;
 * a host may keep a single context and set all four before each evaluation (`aim`), so that nothing is allocated.
 */
export interface EvaluationContext {
  node: DataNode;
  position: number;
  size: number;
  /** What `current()` means and where `${name}` is seen from: the question whose expression this is. */
  current: DataNode;
  /** How many nodes this evaluation has looked at; see evaluation/effort.ts. */
  steps: number;
  readonly environment: Environment;
}

export function contextAt(node: DataNode, environment: Environment): EvaluationContext {
  return { node, position: 1, size: 1, current: node, steps: 0, environment };
}

/** Points a reused context at another question; also undoes what a failed evaluation left behind. */
export function aim(context: EvaluationContext, node: DataNode): EvaluationContext {
  context.node = node;
  context.current = node;
  context.position = 1;
  context.size = 1;
  context.steps = 0;
  return context;
}
