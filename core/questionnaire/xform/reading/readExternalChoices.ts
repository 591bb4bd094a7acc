import type { Question } from '../../definition/index.ts';
import { attributeOf } from '../namespaces.ts';
import type { XmlElement } from '../xmlElement.ts';
import { expressionOf } from './expressions.ts';
import type { FormReading } from './formReading.ts';
import { readNodeset } from './nodeset.ts';

/** select_one_external: an input whose choices stand in itemsets.csv beside the form. */
export function readExternalChoices(
  reading: FormReading,
  control: XmlElement,
  path: string,
): Pick<Question, 'choices' | 'choiceFilter' | 'parameters'> {
  const { instance, filter } = readNodeset(attributeOf(control, 'query') ?? '');
  const choiceFilter = expressionOf(reading, filter, path);
  return {
    ...(instance === undefined ? {} : { choices: instance }),
    ...(choiceFilter === undefined ? {} : { choiceFilter }),
  };
}
