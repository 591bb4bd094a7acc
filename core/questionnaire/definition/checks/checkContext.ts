import { ok } from '../../../kernel/index.ts';
import type { Result } from '../../../kernel/index.ts';
import type { Expression, ExpressionProblem, References } from '../../expression/index.ts';
import { parseExpression, referencesOf } from '../../expression/index.ts';
import type { Definition } from '../definition.ts';
import { isQuestion } from '../element.ts';
import type { ElementTree, TreeNode } from '../elementTree.ts';
import { elementTree, pathOf, pointerOf } from '../elementTree.ts';
import { suggestion } from '../nearestName.ts';
import type { Problem, ProblemCode } from '../problem.ts';
import { ChoiceIndex } from './choiceIndex.ts';

/** Where a problem is: an element, or a place of the definition outside the elements. */
export type Subject = TreeNode | { readonly pointer: string; readonly place: string };

type Severity = Problem['severity'];

/** Beyond these an author has enough to do; and each costs time that hostile input would multiply. */
const MOST_PROBLEMS = 500;
const MOST_SUGGESTIONS = 50;

/** A parsed expression and all that it touches. */
export interface Inspected {
  readonly expression: Expression;
  readonly references: References;
}

function attachmentsOf({ nodes }: ElementTree): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const { element } of nodes) {
    if (element === undefined || !isQuestion(element)) continue;
    if (element.type === 'csv-external') files.set(element.name, `${element.name}.csv`);
    if (element.type === 'xml-external') files.set(element.name, `${element.name}.xml`);
    if (element.file !== undefined) files.set(element.file.replace(/\.[a-z]+$/i, ''), element.file);
  }
  return files;
}

const isNode = (subject: Subject): subject is TreeNode => 'depth' in subject;

/** What all checks share: the definition, its tree, parsed expressions (each text once), and the list of problems. */
export class CheckContext {
  readonly definition: Definition;
  readonly tree: ElementTree;
  readonly choices: ChoiceIndex;
  /** Ids that expressions ask instance() for; complete once the expressions have been checked. */
  readonly usedInstances = new Set<string>();
  /** Attached lists by the id that instance() knows them by: id -> file. */
  readonly attachments: ReadonlyMap<string, string>;
  private readonly found: Record<Severity, Problem[]> = { error: [], warning: [] };
  private readonly unreported: Record<Severity, number> = { error: 0, warning: 0 };
  private readonly inspected = new Map<string, Result<Inspected, ExpressionProblem>>();
  private suggestions = 0;

  constructor(definition: Definition) {
    this.definition = definition;
    this.tree = elementTree(definition);
    this.choices = new ChoiceIndex(definition);
    this.attachments = attachmentsOf(this.tree);
  }

  error(subject: Subject, column: string, code: ProblemCode, message: string, position?: number): void {
    this.report('error', subject, column, code, message, position);
  }

  warn(subject: Subject, column: string, code: ProblemCode, message: string, position?: number): void {
    this.report('warning', subject, column, code, message, position);
  }

  private report(
    severity: Severity,
    subject: Subject,
    column: string,
    code: ProblemCode,
    message: string,
    position: number | undefined,
  ): void {
    const list = this.found[severity];
    if (list.length >= MOST_PROBLEMS) {
      this.unreported[severity] += 1;
      return;
    }
    const base = isNode(subject) ? pointerOf(subject) : subject.pointer;
    const place = isNode(subject) ? pathOf(subject) : subject.place;
    const pointer = column === '' || !isNode(subject) ? base : `${base}/${column}`;
    list.push({
      severity,
      code,
      pointer,
      place,
      column,
      message,
      ...(position === undefined ? {} : { position }),
    });
  }

  /** ` Did you mean "visit"?`, while there are few problems; looking for the nearest of many names is dear. */
  suggest(word: string, candidates: Iterable<string>): string {
    this.suggestions += 1;
    return this.suggestions > MOST_SUGGESTIONS ? '' : suggestion(word, candidates);
  }

  inspect(text: string): Result<Inspected, ExpressionProblem> {
    let result = this.inspected.get(text);
    if (result === undefined) {
      const parsed = parseExpression(text);
      result = parsed.ok ? ok({ expression: parsed.value, references: referencesOf(parsed.value) }) : parsed;
      this.inspected.set(text, result);
    }
    return result;
  }

  problems(severity: Severity): readonly Problem[] {
    const more = this.unreported[severity];
    if (more === 0) return this.found[severity];
    const message = `${more} more ${severity}s are not listed; mend these first.`;
    return [
      ...this.found[severity],
      { severity, code: 'tooMuch', pointer: '', place: 'questionnaire', column: '', message },
    ];
  }
}
