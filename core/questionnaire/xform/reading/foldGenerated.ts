import type { Element, Question, Repeat } from '../../definition/index.ts';
import { isQuestion, isRepeat } from '../../definition/index.ts';
import { addedBefore, SPECIFY_OTHER } from '../../interview/index.ts';

/** Takes out what XLSForm's converter adds by itself: the count of a repeat, and the text that `or_other` asks for. */
export function foldGenerated(elements: readonly Element[]): Element[] {
  const folded: Element[] = [];
  elements.forEach((element, index) => {
    const next = elements[index + 1];
    const before = folded.at(-1);
    if (next !== undefined && isRepeat(next) && isCountOf(element, next)) return;
    if (before !== undefined && isQuestion(before) && isOtherOf(element, before)) {
      folded[folded.length - 1] = { ...before, orOther: true };
      return;
    }
    const counting = elements[index - 1];
    folded.push(
      isRepeat(element) && counting !== undefined && isCountOf(counting, element)
        ? { ...element, repeatCount: countedBy(counting) }
        : element,
    );
  });
  return folded;
}

function isCountOf(element: Element, repeat: Repeat): element is Question {
  if (!isQuestion(element) || element.name !== `${repeat.name}_count`) return false;
  const { type, readOnly, calculation } = element;
  const refers =
    repeat.repeatCount === `\${${element.name}}` || repeat.repeatCount?.endsWith(`/${element.name}`) === true;
  const generates = addedBefore({ ...repeat, repeatCount: calculation ?? '' }).length > 0;
  return type === 'calculate' && readOnly === 'true()' && generates && refers;
}

const countedBy = ({ calculation = '' }: Question): string => calculation;

function isOtherOf(element: Element, select: Question): boolean {
  if (!isQuestion(element) || element.name !== `${select.name}_other` || select.choices === undefined)
    return false;
  const asks = Object.values(element.label ?? {}).every((text) => text === SPECIFY_OTHER);
  return asks && element.type === 'text' && element.relevant === `selected(../${select.name}, 'other')`;
}
