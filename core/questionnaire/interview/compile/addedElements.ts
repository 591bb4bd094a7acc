import type { Definition, Element, Group, Question } from '../../definition/index.ts';
import { isQuestion, isRepeat } from '../../definition/index.ts';

/** XLSForm gives a count that is more than a bare reference a hidden calculation of its own, `<repeat>_count`. */
const BARE_REFERENCE = /^\s*(\$\{[^}]+\}|\/[^\s()[\]]+)\s*$/;

export function addedBefore(element: Element): readonly Element[] {
  if (!isRepeat(element) || element.repeatCount === undefined || BARE_REFERENCE.test(element.repeatCount))
    return [];
  return [{ type: 'calculate', name: `${element.name}_count`, calculation: element.repeatCount }];
}

/** XLSForm's `or_other` asks which other in a text question behind the select. */
export function addedAfter(element: Element): readonly Element[] {
  if (!isQuestion(element) || element.orOther !== true) return [];
  const relevant = `selected(../${element.name}, 'other')`;
  return [{ type: 'text', name: `${element.name}_other`, label: OTHER_LABEL, relevant }];
}

const OTHER_LABEL = { default: 'Specify other.' };

/** The OpenRosa meta block, which every response carries. */
export function metaGroup(definition: Definition): Group {
  const instanceName = definition.settings?.instanceName;
  const elements: Question[] = [{ type: 'hidden', name: 'instanceID', readOnly: 'true()' }];
  if (instanceName !== undefined)
    elements.push({ type: 'calculate', name: 'instanceName', calculation: instanceName });
  return { type: 'group', name: 'meta', elements };
}
