import type { Element, Question } from '../definition/index.ts';
import { isQuestion } from '../definition/index.ts';
import type { Findings } from './findings.ts';
import type { Origins } from './origins.ts';
import type { FormSettings } from './settings.ts';
import type { Table } from './table.ts';
import { headerOf } from './table.ts';

interface Checked {
  readonly survey: Table;
  readonly settings: FormSettings;
  readonly origins: Origins;
  readonly findings: Findings;
}

const isUnseen = ({ calculation, label, hint }: Question): boolean =>
  calculation !== undefined && label === undefined && hint === undefined;

/** All questions, in their order. */
export function questionsOf(elements: readonly Element[]): readonly Question[] {
  const found: Question[] = [];
  const stack: Element[] = elements.toReversed();
  for (let element = stack.pop(); element !== undefined; element = stack.pop()) {
    if (isQuestion(element)) found.push(element);
    else stack.push(...element.elements.toReversed());
  }
  return found;
}

/** What rows say of each other. */
export class CrossChecks {
  constructor(private readonly checked: Checked) {}

  check(elements: readonly Element[]): void {
    const questions = questionsOf(elements);
    this.checkTriggers(questions);
    this.checkAttached(questions);
    if (this.checked.settings.settings?.omitInstanceId === true) {
      const message =
        'There is no instanceID, as the settings leave it out; take this reference or "omit_instanceID" away.';
      this.eachCell(/\$\{\s*instanceID\s*\}/, () => message);
    }
  }

  private eachCell(pattern: RegExp, say: (match: RegExpExecArray) => string | undefined): void {
    const { survey, findings } = this.checked;
    for (const { number, cells } of survey.rows) {
      for (const [key, text] of cells) {
        const match = pattern.exec(text);
        const message = match === null ? undefined : say(match);
        if (message !== undefined)
          findings.error({ sheet: survey.sheet, row: number, column: headerOf(survey, key) }, message);
      }
    }
  }

  /** What nobody sees, nobody changes. */
  private checkTriggers(questions: readonly Question[]): void {
    const { origins, findings, survey } = this.checked;
    const unseen = new Set(questions.filter(isUnseen).map(({ name }) => name));
    for (const question of questions) {
      const name = question.triggers?.find((trigger) => unseen.has(trigger));
      const row = origins.of(question)?.row;
      if (name === undefined || row === undefined) continue;
      const place = { sheet: survey.sheet, row, column: headerOf(survey, 'trigger') };
      findings.error(
        place,
        `"${name}" is calculated and not shown, so nobody can change it; name a question that is shown.`,
      );
    }
  }

  /** One name cannot stand for two attached lists. */
  private checkAttached(questions: readonly Question[]): void {
    const xml = new Set(questions.filter(({ type }) => type === 'xml-external').map(({ name }) => name));
    if (xml.size === 0) return;
    this.eachCell(/pulldata\s*\(\s*(['"])(.*?)\1/, ([, , list = '']) =>
      xml.has(list)
        ? `pulldata() reads "${list}.csv", but "${list}" is an attached XML file; rename one.`
        : undefined,
    );
    if (xml.has('__last-saved'))
      this.eachCell(
        /\$\{\s*last-saved#/,
        () => 'The name "__last-saved" is kept for the last saved response; rename the attached file.',
      );
  }
}
