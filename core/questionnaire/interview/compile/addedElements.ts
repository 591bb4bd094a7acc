import type { Definition, Element, Group, Question, Repeat } from '../../definition/index.ts';
import { isQuestion, isRepeat } from '../../definition/index.ts';

const BARE_REFERENCE = /^\s*(\$\{[^}]+\}|\/[^\s()[\]]+)\s*$/;

/** XLSForm gives a count that is more than a bare reference a hidden calculation of its own, `<repeat>_count`. */
const ownCount = ({ repeatCount }: Repeat): string | undefined =>
  repeatCount === undefined || repeatCount.trim() === '' || BARE_REFERENCE.test(repeatCount)
    ? undefined
    : repeatCount;

export function addedBefore(element: Element): readonly Element[] {
  const calculation = isRepeat(element) ? ownCount(element) : undefined;
  return calculation === undefined ? [] : [{ type: 'calculate', name: `${element.name}_count`, calculation }];
}

/** What counts a repeat's instances, as seen from the repeat. */
export const countOf = (repeat: Repeat): string | undefined =>
  ownCount(repeat) === undefined ? repeat.repeatCount : `../${repeat.name}_count`;

/** XLSForm's `or_other` asks which other in a text question behind the select. */
export function addedAfter(element: Element): readonly Element[] {
  if (!isQuestion(element) || element.orOther !== true) return [];
  const relevant = `selected(../${element.name}, 'other')`;
  return [{ type: 'text', name: `${element.name}_other`, label: { default: 'Specify other.' }, relevant }];
}

/** The OpenRosa meta block, which every response carries. */
export function metaGroup(definition: Definition): Group {
  const instanceName = definition.settings?.instanceName;
  const elements: Question[] = [{ type: 'hidden', name: 'instanceID', readOnly: 'true()' }];
  if (instanceName !== undefined) {
    elements.push({ type: 'calculate', name: 'instanceName', calculation: instanceName });
  }
  return { type: 'group', name: 'meta', elements };
}
