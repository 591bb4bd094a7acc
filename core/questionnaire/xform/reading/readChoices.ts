import type { Choice, Question } from '../../definition/index.ts';
import { attributeOf, named } from '../namespaces.ts';
import type { XmlElement } from '../xmlElement.ts';
import { textOf } from '../xmlElement.ts';
import { expressionOf } from './expressions.ts';
import type { FormReading } from './formReading.ts';
import { readNodeset } from './nodeset.ts';
import type { Nodeset } from './nodeset.ts';
import { resolveRef } from './paths.ts';
import type { ChoiceColumns } from './choicesOf.ts';
import { choicesOf } from './choicesOf.ts';
import type { Row } from './readSecondary.ts';
import { rowFilter } from './rowFilter.ts';
import { sayingOf } from './texts.ts';

/** Where a select's choices come from, as the columns of a question. */
export type ChoicesRead = Pick<Question, 'choices' | 'choicesFrom' | 'file' | 'choiceFilter' | 'parameters'>;

export function readChoices(reading: FormReading, control: XmlElement, path: string): ChoicesRead {
  const [itemset] = named(control, 'itemset');
  if (itemset === undefined) return { choices: ownList(reading, control, path) };
  const [value] = named(itemset, 'value');
  const [label] = named(itemset, 'label');
  const columns = {
    value: (value === undefined ? undefined : attributeOf(value, 'ref')) ?? 'name',
    label: (label === undefined ? undefined : attributeOf(label, 'ref')) ?? 'label',
  };
  const nodeset = readNodeset(attributeOf(itemset, 'nodeset') ?? '');
  const random = randomOf(reading, nodeset, path);
  const source = sourceOf(reading, nodeset, columns, path);
  const parameters = { ...random, ...source.parameters };
  return { ...source, ...(Object.keys(parameters).length === 0 ? {} : { parameters }) };
}

function randomOf(
  reading: FormReading,
  { randomize, seed }: Nodeset,
  path: string,
): Readonly<Record<string, string>> {
  if (!randomize) return {};
  const text = expressionOf(reading, seed, path);
  return text === undefined ? { randomize: 'true' } : { randomize: 'true', seed: text };
}

/** Choices that stand in the control itself. Questions with the very same ones share a list. */
function ownList(reading: FormReading, control: XmlElement, path: string): string {
  const choices: Choice[] = named(control, 'item').map((item) => {
    const [value] = named(item, 'value');
    const [label] = named(item, 'label');
    const saying = sayingOf(reading, label, path, 'choices');
    return {
      name: value === undefined ? '' : textOf(value).trim(),
      ...(saying.text === undefined ? {} : { label: saying.text }),
      ...(saying.media === undefined ? {} : { media: saying.media }),
    };
  });
  const wanted = JSON.stringify(choices);
  for (const [id, known] of reading.lists) if (JSON.stringify(known) === wanted) return id;
  const base = path.slice(path.lastIndexOf('/') + 1);
  let id = base;
  for (let number = 2; reading.lists.has(id) || reading.secondary.has(id); number += 1)
    id = `${base}_${number}`;
  reading.lists.set(id, choices);
  return id;
}

function sourceOf(reading: FormReading, nodeset: Nodeset, columns: ChoiceColumns, path: string): ChoicesRead {
  const filter = expressionOf(reading, nodeset.filter, path);
  const filtered = filter === undefined ? {} : { choiceFilter: filter };
  const secondary = nodeset.instance === undefined ? undefined : reading.secondary.get(nodeset.instance);
  const ofItems = nodeset.steps === '/root/item';
  if (secondary?.kind === 'choices' && ofItems && nodeset.instance !== undefined) {
    if (useList(reading, nodeset.instance, secondary.rows, columns))
      return { choices: nodeset.instance, ...filtered };
  }
  if (secondary?.kind === 'file' && ofItems && stem(secondary.file) === nodeset.instance) {
    return { file: secondary.file, ...filtered, ...columnParameters(columns, secondary.file) };
  }
  const fromRepeat =
    nodeset.instance === undefined ? repeatAnswers(reading, nodeset, columns, path) : undefined;
  if (fromRepeat !== undefined) return fromRepeat;
  const choicesFrom = expressionOf(reading, nodeset.text, path) ?? '';
  return { choicesFrom, parameters: { value: columns.value, label: columns.label } };
}

const stem = (file: string): string => file.replace(/\.[^.]*$/, '');

/** The list keeps what its first question calls name and label; a question that disagrees can not use it. */
function useList(reading: FormReading, id: string, rows: readonly Row[], columns: ChoiceColumns): boolean {
  const usual = rows.every((row) => row['itextId'] === undefined || columns.label !== 'label');
  const wanted = choicesOf(reading, rows, usual ? columns : { ...columns, label: 'jr:itext(itextId)' });
  const known = reading.lists.get(id);
  if (known !== undefined) return JSON.stringify(known) === JSON.stringify(wanted);
  reading.lists.set(id, wanted);
  return true;
}

const GEOJSON = /\.geojson$/i;

function columnParameters({ value, label }: ChoiceColumns, file: string): Pick<ChoicesRead, 'parameters'> {
  const usual = GEOJSON.test(file) ? ['id', 'title'] : ['name', 'label'];
  const parameters = {
    ...(value === usual[0] ? {} : { value }),
    ...(label === usual[1] ? {} : { label }),
  };
  return Object.keys(parameters).length === 0 ? {} : { parameters };
}

/** `/data/people[./name != '']` with `name` for value and label: the answers of a question in a repeat, or those that a filter leaves. */
function repeatAnswers(
  reading: FormReading,
  { steps, filter }: Nodeset,
  columns: ChoiceColumns,
  path: string,
): ChoicesRead | undefined {
  if (columns.value !== columns.label || filter === undefined) return undefined;
  const repeat = resolveRef(steps, path);
  const target = `${repeat ?? ''}/${columns.value}`;
  const name = reading.nameOf.get(target);
  if (repeat === undefined || name === undefined || !reading.body.repeats.has(repeat)) return undefined;
  if (reading.repeatsAround(target).at(-1) !== repeat) return undefined;
  if (filter.trim() === `./${columns.value} != ''`) return { choicesFrom: name };
  const choiceFilter = rowFilter(reading, repeat, filter, path);
  return { choicesFrom: name, ...(choiceFilter === undefined ? {} : { choiceFilter }) };
}
