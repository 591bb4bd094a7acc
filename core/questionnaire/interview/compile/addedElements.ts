import type {
  Definition,
  Element,
  EntityDeclaration,
  Group,
  Question,
  Repeat,
} from '../../definition/index.ts';
import { isQuestion, isRepeat } from '../../definition/index.ts';

const BARE_REFERENCE = /^\s*(\$\{[^}]+\}|\/[^\s()[\]]+)\s*$/;

/** XLSForm gives a count that is more than a bare reference a hidden calculation of its own, `<repeat>_count`. */
const ownCount = ({ repeatCount }: Repeat): string | undefined =>
  repeatCount === undefined || repeatCount.trim() === '' || BARE_REFERENCE.test(repeatCount)
    ? undefined
    : repeatCount;

export function addedBefore(element: Element): readonly Element[] {
  const calculation = isRepeat(element) ? ownCount(element) : undefined;
  return calculation === undefined
    ? []
    : [{ type: 'calculate', name: `${element.name}_count`, calculation, readOnly: 'true()' }];
}

/** What counts a repeat's instances, as seen from the repeat; XForms may count by an expression that has no node. */
export const countOf = (repeat: Repeat): string | undefined =>
  ownCount(repeat) === undefined
    ? (repeat.repeatCount ?? repeat.body?.['jr:count'])
    : `../${repeat.name}_count`;

/** XLSForm's `or_other` asks which other in a text question behind the select. */
export function addedAfter(element: Element): readonly Element[] {
  if (!isQuestion(element) || element.orOther !== true) return [];
  const relevant = `selected(../${element.name}, 'other')`;
  return [{ type: 'text', name: `${element.name}_other`, label: { default: 'Specify other.' }, relevant }];
}

/** The OpenRosa meta block, which every response carries; the log of the interview stands in it. */
export function metaGroup({ settings, entities = [], elements }: Definition): readonly Group[] {
  const inside: Element[] = elements.filter(({ type }) => type === 'audit');
  const entity = entities.find(({ repeat }) => repeat === undefined);
  if (entity !== undefined) inside.push(entityGroup(entity));
  if (settings?.omitInstanceId !== true)
    inside.push({ type: 'hidden', name: 'instanceID', readOnly: 'true()' });
  if (settings?.instanceName !== undefined)
    inside.push({ type: 'calculate', name: 'instanceName', calculation: settings.instanceName });
  return inside.length === 0 ? [] : [{ type: 'group', name: 'meta', elements: inside }];
}

/** The meta block of a repeat whose instances become entities. */
export function repeatMeta({ entities = [] }: Definition, { type, name }: Element): readonly Group[] {
  const entity = type === 'repeat' ? entities.find(({ repeat }) => repeat === name) : undefined;
  return entity === undefined ? [] : [{ type: 'group', name: 'meta', elements: [entityGroup(entity)] }];
}

/** Where Central looks for the entity that a response makes or changes. */
function entityGroup({ list, label, entityId, createIf, updateIf }: EntityDeclaration): Group {
  const creates = createIf !== undefined || (updateIf === undefined && entityId === undefined);
  const instance = {
    dataset: list,
    id: '',
    ...(creates ? { create: '1' } : {}),
    ...(entityId === undefined ? {} : { update: '1', baseVersion: '' }),
  };
  const elements: Question[] =
    label === undefined ? [] : [{ type: 'calculate', name: 'label', readOnly: 'true()', calculation: label }];
  return { type: 'group', name: 'entity', instance, elements };
}
