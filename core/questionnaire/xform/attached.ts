import type { Element, Question } from '../definition/index.ts';
import { isQuestion } from '../definition/index.ts';

/** A question that stands for an attached file and has no node: the names of what it stands in, its place there, and itself. */
type Attached = readonly [within: readonly string[], index: number, question: Question];

const hasNoNode = ({ type }: Element): boolean => type === 'csv-external' || type === 'xml-external';

function* found(elements: readonly Element[], within: readonly string[]): Generator<Attached> {
  for (const [index, element] of elements.entries()) {
    if (!isQuestion(element)) yield* found(element.elements, [...within, element.name]);
    else if (hasNoNode(element)) yield [within, index, element];
  }
}

/** The attached files of a form, which its primary instance says nothing of; undefined when there are none. */
export function attachedOf(elements: readonly Element[]): readonly Attached[] | undefined {
  const attached = Array.from(found(elements, []));
  return attached.length === 0 ? undefined : attached;
}

const isAttached = (value: unknown): value is Attached =>
  Array.isArray(value) &&
  Array.isArray(value[0]) &&
  typeof value[1] === 'number' &&
  typeof value[2] === 'object' &&
  value[2] !== null;

/** The elements with the attached files back in their places. */
export function withAttached(elements: readonly Element[], attached: unknown): readonly Element[] {
  if (!Array.isArray(attached)) return elements;
  return placed(elements, [], attached.filter(isAttached));
}

function placed(
  elements: readonly Element[],
  within: readonly string[],
  attached: readonly Attached[],
): readonly Element[] {
  const whole: Element[] = elements.map((element) =>
    isQuestion(element)
      ? element
      : { ...element, elements: placed(element.elements, [...within, element.name], attached) },
  );
  for (const [path, index, question] of attached)
    if (path.join('/') === within.join('/')) whole.splice(index, 0, question);
  return whole;
}
