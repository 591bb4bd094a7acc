import type { Choice, Question } from '../../definition/index.ts';
import { isRepeat, mayHavePieces } from '../../definition/index.ts';
import { LIST_PARAMETERS } from '../attributeNames.ts';
import { startTag } from '../xmlText.ts';
import type { FormWriting } from './formWriting.ts';
import type { OutlineNode } from './outline.ts';

/** The itemset of a select. */
export function writeItemset(writing: FormWriting, node: OutlineNode, question: Question): string {
  const { nodes, value, label } = sourceOf(writing, node, question);
  if (nodes === '') return '';
  const { randomize, seed } = question.parameters ?? {};
  const seeded = seed === undefined ? '' : `,${writing.expression(seed, node) ?? ''}`;
  const nodeset = randomize === 'true' ? `randomize(${nodes}${seeded})` : nodes;
  return itemset({ nodes: nodeset, value, label });
}

function itemset({ nodes, value, label }: Source): string {
  const parts = [startTag('value', { ref: value }, 'empty'), startTag('label', { ref: label }, 'empty')];
  return `${startTag('itemset', { nodeset: nodes })}${parts.join('')}</itemset>`;
}

interface Source {
  readonly nodes: string;
  readonly value: string;
  readonly label: string;
}

function sourceOf(writing: FormWriting, node: OutlineNode, question: Question): Source {
  const { choicesFrom, file, choices, parameters = {} } = question;
  const predicate = predicateOf(writing, node, question);
  if (choicesFrom !== undefined) return fromAnswers(writing, node, question, choicesFrom);
  if (file !== undefined) {
    const id = attach(writing, file);
    const [value, label] = /\.geojson$/i.test(file)
      ? (['id', 'title'] as const)
      : (['name', 'label'] as const);
    return {
      nodes: `instance('${id}')/root/item${predicate}`,
      value: parameters['value'] ?? value,
      label: parameters['label'] ?? label,
    };
  }
  if (choices === undefined) return { nodes: '', value: '', label: '' };
  return {
    nodes: `instance('${choices}')/root/item${predicate}`,
    value: 'name',
    label: labelIn(writing, choices),
  };
}

/** Where the label of a choice stands; files have no itext. */
const labelIn = (writing: FormWriting, list: string): string => {
  const choices = writing.lists.get(list);
  return choices !== undefined && inItext(writing, choices) ? 'jr:itext(itextId)' : 'label';
};

/** What a range has at its ticks, or a map shows beside the answer: an itemset too, although nobody chooses from it. */
export function writeShown(writing: FormWriting, node: OutlineNode, question: Question): string {
  const named = question.parameters?.[LIST_PARAMETERS[question.type] ?? ''];
  if (named === undefined) return '';
  const [, name] = /^\$\{(.+)\}$/.exec(named) ?? [];
  if (name === undefined) {
    const nodes = `instance('${named}')/root/item${predicateOf(writing, node, question)}`;
    return itemset({ nodes, value: 'name', label: labelIn(writing, named) });
  }
  const repeat = writing.outline.byName.get(name)?.find(({ element }) => isRepeat(element));
  if (repeat === undefined) return '';
  const { choiceFilter } = question;
  const own =
    choiceFilter === undefined
      ? undefined
      : { ...question, choiceFilter: ofRow(writing, repeat, choiceFilter) };
  const predicate = own === undefined ? "[./geometry != '']" : predicateOf(writing, node, own);
  return itemset({ nodes: `${repeat.path}${predicate}`, value: 'geometry', label: 'geometry' });
}

/** A filter with what stands in the repeat itself as seen from one of its instances. */
const ofRow = (writing: FormWriting, { path, repeats }: OutlineNode, filter: string): string =>
  filter.replace(/\$\{\s*([^}]+?)\s*\}/g, (written: string, name: string) => {
    const target = writing.outline.byName.get(name)?.[0];
    const isInside = target?.path.startsWith(`${path}/`) === true && target.repeats.length === repeats.length;
    return isInside ? ` ./${target.path.slice(path.length + 1)} ` : written;
  });

/** The filter as it follows a list: `${name}` inside means the question, not the row. */
export function predicateOf(writing: FormWriting, node: OutlineNode, { choiceFilter }: Question): string {
  if (choiceFilter === undefined || choiceFilter.trim() === '') return '';
  return (writing.expression(`[${choiceFilter}]`, node) ?? '').trim();
}

/** Registers an attached file; its id is the name by which expressions ask for it. */
export function attach(writing: FormWriting, file: string): string {
  const name = file.split('/').at(-1) ?? file;
  const id = name.replace(/\.[^.]*$/, '');
  writing.files.set(id, `jr://${/\.csv$/i.test(name) ? 'file-csv' : 'file'}/${name}`);
  return id;
}

function fromAnswers(
  writing: FormWriting,
  node: OutlineNode,
  question: Question,
  choicesFrom: string,
): Source {
  const { parameters = {} } = question;
  const name = /^\s*\$\{(.+)\}\s*$/.exec(choicesFrom)?.[1] ?? choicesFrom.trim();
  const target = writing.outline.byName.get(name)?.[0];
  const repeat = target?.repeats.at(-1);
  if (target === undefined || repeat === undefined) {
    const nodes = (writing.expression(choicesFrom, node) ?? '').trim();
    return { nodes, value: parameters['value'] ?? 'name', label: parameters['label'] ?? 'label' };
  }
  const column = target.path.slice(repeat.path.length + 1);
  const { choiceFilter } = question;
  const own =
    choiceFilter === undefined
      ? ''
      : predicateOf(writing, node, { ...question, choiceFilter: ofRow(writing, repeat, choiceFilter) });
  const predicate = own === '' ? `[./${column} != '']` : own;
  return { nodes: `${repeat.path}${predicate}`, value: column, label: column };
}

/** Labels stand in itext as soon as one of them has a language, or pictures or answers in it. */
export const inItext = (writing: FormWriting, choices: readonly Choice[]): boolean =>
  choices.some(
    ({ label, media }) =>
      media !== undefined ||
      (label !== undefined && !writing.namesNone('choices', label)) ||
      Object.values(label ?? {}).some(mayHavePieces),
  );
