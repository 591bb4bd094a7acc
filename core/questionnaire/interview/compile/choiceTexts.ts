import type { Question } from '../../definition/index.ts';

/** Name of the list that `instance()` knows a select's choices by; undefined when it has none of its own. */
export function listIdOf(question: Question): string | undefined {
  if (question.file === undefined) return question.choices;
  const name = question.file.split('/').at(-1) ?? question.file;
  return name.replace(/\.[^.]*$/, '');
}

export interface WrappedText {
  readonly text: string;
  /** How many characters stand before the author's own text. */
  readonly before: number;
}

/** The rows a select offers, as a path with the filter for predicate, so that equality is answered from an index. */
export function choicesText(question: Question): WrappedText | undefined {
  const filter = question.choiceFilter?.trim() ?? '';
  if (question.choicesFrom !== undefined) {
    const name = bareName(question.choicesFrom);
    if (!isName(name)) return { text: question.choicesFrom, before: 0 };
    return wrap(`\${${name}}[`, filter === '' ? ". != ''" : filter);
  }
  const id = listIdOf(question);
  if (id === undefined || (filter === '' && question.file === undefined)) return undefined;
  const path = `instance('${id.replaceAll("'", '')}')/root/item`;
  return filter === '' ? { text: path, before: 0 } : wrap(`${path}[`, question.choiceFilter ?? '');
}

const wrap = (before: string, filter: string): WrappedText => ({
  text: `${before}${filter}]`,
  before: before.length,
});

/** Anything else is an expression that gives the nodes to choose among, as itemsets of XForms have it. */
const isName = (name: string): boolean => !/[\s/()[\]'"]/.test(name);

export const bareName = (name: string): string => /^\s*\$\{(.+)\}\s*$/.exec(name)?.[1] ?? name.trim();

/** Without a seed of its own a random order follows the interview's. */
export const seedText = ({ parameters }: Question): string | undefined =>
  parameters?.['randomize'] === 'true' ? parameters['seed'] : undefined;
