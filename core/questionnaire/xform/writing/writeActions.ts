import { isQuestion } from '../../definition/index.ts';
import type { Question } from '../../definition/index.ts';
import { startTag } from '../xmlText.ts';
import type { FormWriting } from './formWriting.ts';
import type { OutlineNode } from './outline.ts';

const LOAD = 'odk-instance-first-load';

/** Actions at the beginning of the interview; those inside repeats stand in the repeat. */
export function writeFirstActions(writing: FormWriting): string {
  return writing.outline.all
    .filter(({ repeats }) => repeats.length === 0)
    .map((node) => firstAction(writing, node, LOAD))
    .join('');
}

/** Actions for the questions whose innermost repeat this is. */
export function writeRepeatActions(writing: FormWriting, repeat: OutlineNode): string {
  return writing.outline.all
    .filter((node) => node !== repeat && node.repeats.at(-1) === repeat)
    .map((node) => firstAction(writing, node, `${LOAD} odk-new-repeat`))
    .join('');
}

function firstAction(writing: FormWriting, node: OutlineNode, event: string): string {
  const { element, path } = node;
  if (!isQuestion(element)) return '';
  if (element.type === 'start-geopoint') return startTag('odk:setgeopoint', { ref: path, event }, 'empty');
  if (element.type === 'background-audio') {
    const quality = element.parameters?.['quality'];
    return startTag(
      'odk:recordaudio',
      { ref: path, event: 'odk-instance-load', 'odk:quality': quality },
      'empty',
    );
  }
  if (element.dynamicDefault === undefined) return '';
  return startTag(
    'setvalue',
    { ref: path, event, value: writing.expression(element.dynamicDefault, node) },
    'empty',
  );
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
