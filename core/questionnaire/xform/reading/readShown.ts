import type { Question } from '../../definition/index.ts';
import { attributeOf, named } from '../namespaces.ts';
import type { XmlElement } from '../xmlElement.ts';
import { expressionOf } from './expressions.ts';
import type { FormReading } from './formReading.ts';
import { readNodeset } from './nodeset.ts';
import { resolveRef } from './paths.ts';
import { rowFilter } from './rowFilter.ts';

/**
 * An itemset that nobody chooses from (labels of a range's ticks, places shown on a map), as the parameter that names where it
 * comes from: a list or a file by its id, a repeat by a reference. `geometry` says nothing when it is not empty, as pyxform asks.
 */
export function readShown(
  reading: FormReading,
  control: XmlElement,
  path: string,
  parameter: string,
): Pick<Question, 'choices' | 'file' | 'choiceFilter' | 'parameters'> {
  const [itemset] = named(control, 'itemset');
  const { instance, steps, filter } = readNodeset(
    (itemset === undefined ? undefined : attributeOf(itemset, 'nodeset')) ?? '',
  );
  if (instance !== undefined) {
    const choiceFilter = expressionOf(reading, filter, path);
    return { parameters: { [parameter]: instance }, ...(choiceFilter === undefined ? {} : { choiceFilter }) };
  }
  const repeat = resolveRef(steps, path);
  const name = repeat === undefined ? undefined : reading.nameOf.get(repeat);
  if (repeat === undefined || name === undefined) {
    reading.find('unsupported', path, 'What it shows beside the answer is not understood and was left out.');
    return {};
  }
  const parameters = { [parameter]: `\${${name}}` };
  if (filter === undefined || filter.trim() === "./geometry != ''") return { parameters };
  const choiceFilter = rowFilter(reading, repeat, filter, path);
  return choiceFilter === undefined ? { parameters } : { parameters, choiceFilter };
}
