import type { Element, Question } from '../definition/index.ts';
import { isQuestion } from '../definition/index.ts';

/** A question that has no node in its place (attached files; the audit, which is a node of the meta block): the names of what it stands in, its place there, and itself. */
type Attached = readonly [within: readonly string[], index: number, question: Question];

const hasNoNode = ({ type }: Element): boolean => type === 'csv-external' || type === 'xml-external';

function* found(elements: readonly Element[], within: readonly string[]): Generator<Attached> {
  for (const [index, element] of elements.entries()) {
    if (!isQuestion(element)) yield* found(element.elements, [...within, element.name]);
    else if (hasNoNode(element)) yield [within, index, element];
    else if (element.type === 'audit' && within.length === 0 && index < elements.length - 1)
      yield [within, index, element];
  }
}

/** What of a form has no node in its place, which its primary instance says nothing of; undefined when there are none. */
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

/** The elements with these back in their places. */
export function withAttached(elements: readonly Element[], attached: unknown): readonly Element[] {
  if (!Array.isArray(attached)) return elements;
  const known = attached.filter(isAttached);
  const hasAudit = known.some(([, , { type }]) => type === 'audit');
  return placed(hasAudit ? elements.filter(({ type }) => type !== 'audit') : elements, [], known);
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
