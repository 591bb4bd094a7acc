import { isQuestion } from '../../definition/index.ts';
import type { Question } from '../../definition/index.ts';
import { startTag } from '../xmlText.ts';
import type { FormWriting } from './formWriting.ts';
import type { OutlineNode } from './outline.ts';

const LOAD = 'odk-instance-first-load';

/** What sets a value when the interview begins, in every instance that the form brings; as pyxform has it, behind the bind of the node. */
export function writeFirstAction(writing: FormWriting, node: OutlineNode): string {
  const { element, path } = node;
  if (!isQuestion(element)) return '';
  if (element.type === 'start-geopoint')
    return startTag('odk:setgeopoint', { ref: path, event: LOAD }, 'empty');
  if (element.type === 'background-audio') {
    const quality = element.parameters?.['quality'];
    return startTag(
      'odk:recordaudio',
      { ref: path, event: 'odk-instance-load', 'odk:quality': quality },
      'empty',
    );
  }
  return firstValue(writing, node, LOAD);
}

/** The same for the instances that people add, of the questions whose innermost repeat this is. */
export const writeRepeatActions = (writing: FormWriting, repeat: OutlineNode): string =>
  writing.outline.all
    .filter((node) => node !== repeat && node.repeats.at(-1) === repeat)
    .map((node) => firstValue(writing, node, 'odk-new-repeat'))
    .join('');

function firstValue(writing: FormWriting, node: OutlineNode, event: string): string {
  const { element, path } = node;
  if (!isQuestion(element) || element.dynamicDefault === undefined) return '';
  const value = writing.expression(element.dynamicDefault, node);
  return startTag('setvalue', { ref: path, event, value }, 'empty');
}

/** Actions that a change of this question runs. */
export function writeTriggered(writing: FormWriting, trigger: OutlineNode): string {
  const { outline } = writing;
  return outline.all
    .filter(({ element }) => isQuestion(element) && triggersOf(element).includes(trigger.element.name))
    .map((node) => {
      const { element, path } = node;
      const event = 'xforms-value-changed';
      if (element.type === 'background-geopoint')
        return startTag('odk:setgeopoint', { ref: path, event }, 'empty');
      const calculation = isQuestion(element) ? element.calculation : undefined;
      return startTag(
        'setvalue',
        { ref: path, event, value: writing.expression(calculation, node) },
        'empty',
      );
    })
    .join('');
}

const triggersOf = ({ triggers = [] }: Question): readonly string[] =>
  triggers.map((name) => /^\s*\$\{(.+)\}\s*$/.exec(name)?.[1] ?? name);
