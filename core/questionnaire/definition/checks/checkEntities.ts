import type { EntityDeclaration } from '../definition.ts';
import { isQuestion, isRepeat } from '../element.ts';
import type { TreeNode } from '../elementTree.ts';
import { placeEntities } from '../entityPlaces/placeEntities.ts';
import { quoted } from '../nearestName.ts';
import type { CheckContext, Subject } from './checkContext.ts';
import { checkName } from './checkName.ts';

const LIST = /^[\p{L}_][\p{L}\p{N}_-]*$/u;
const PROPERTY = /^[\p{L}_][\p{L}\p{N}._-]*$/u;
const reserved: ReadonlySet<string> = new Set(['name', 'label']);

const isSaid = (text: string | undefined): boolean => text !== undefined && text.trim() !== '';

function checkExpressions(context: CheckContext, entity: EntityDeclaration, subject: Subject): void {
  for (const column of ['label', 'entityId', 'createIf', 'updateIf'] as const) {
    const text = entity[column];
    if (text === undefined || text.trim() === '') continue;
    const inspected = context.inspect(text);
    if (!inspected.ok)
      context.error(subject, column, 'syntax', inspected.error.message, inspected.error.position);
    else for (const name of inspected.value.references.names) checkName(context, subject, column, name);
  }
}

/** What is to be known for creating an entity, for updating one, and for doing either. */
function checkPurpose(context: CheckContext, entity: EntityDeclaration, subject: Subject): void {
  const wrong = (column: string, message: string): void =>
    context.error(subject, column, 'badEntity', message);
  if (isSaid(entity.updateIf) && !isSaid(entity.entityId))
    wrong('updateIf', 'To update an entity, say which: add "entityId".');
  if (!isSaid(entity.entityId) && !isSaid(entity.label))
    wrong('label', 'To create an entity, say what it is called: add "label".');
  if (isSaid(entity.createIf) && isSaid(entity.entityId) && !isSaid(entity.updateIf)) {
    wrong('createIf', 'With an "entityId" it is updated, unless created: add "updateIf" to say when.');
  }
}

function checkDeclaration(context: CheckContext, entity: EntityDeclaration, subject: Subject): void {
  if (!LIST.test(entity.list) || entity.list.startsWith('__')) {
    const message = `${quoted(entity.list)} cannot name an entity list: letters, digits, _ and -, no full stop, not beginning with __.`;
    context.error(subject, 'list', 'badEntity', message);
  }
  if (entity.repeat !== undefined) {
    const nodes = context.tree.byName.get(entity.repeat) ?? [];
    if (!nodes.some((node) => node.element !== undefined && isRepeat(node.element))) {
      const mend =
        context.suggest(entity.repeat, context.tree.byName.keys()) || ' Name a repeat, or take this away.';
      context.error(
        subject,
        'repeat',
        'badEntity',
        `There is no repeat called ${quoted(entity.repeat)}.${mend}`,
      );
    }
  }
  checkPurpose(context, entity, subject);
  checkExpressions(context, entity, subject);
}

/** `list#property`, or the property alone while there is but one list. */
function checkProperty(
  context: CheckContext,
  node: TreeNode,
  property: string,
  lists: ReadonlySet<string>,
): void {
  const wrong = (message: string): void => context.error(node, 'saveTo', 'badEntity', message);
  const mark = property.indexOf('#');
  const list = mark < 0 ? undefined : property.slice(0, mark);
  const name = property.slice(mark + 1);
  if (lists.size === 0) wrong('saves to an entity, but none is declared; add one under "entities".');
  else if (list === undefined && lists.size > 1) {
    wrong(
      `There are several entity lists; say which: ${Array.from(lists)
        .slice(0, 3)
        .map((one) => `"${one}#${name}"`)
        .join(' or ')}.`,
    );
  } else if (list !== undefined && !lists.has(list)) {
    wrong(
      `There is no entity list ${quoted(list)}.${context.suggest(list, lists) || ' Declare it under "entities".'}`,
    );
  }
  if (name.includes('#'))
    wrong(`${quoted(property)} has more than one "#"; write the list, one "#", the property.`);
  else if (reserved.has(name.toLowerCase()) || name.startsWith('__') || !PROPERTY.test(name)) {
    wrong(
      `${quoted(name)} cannot be a property; choose a name other than "name" and "label", of letters, digits, _ and -.`,
    );
  }
}

/** Each entity has one place in the form; see `placeEntities`. Told once names and lists are right. */
function checkPlaces(context: CheckContext): void {
  const entities = context.definition.entities ?? [];
  const { troubles } = placeEntities(entities, context.tree);
  const indexOf = new Map<unknown, number>(entities.map((entity, index) => [entity, index]));
  for (const { about, column, message } of troubles) {
    const subject =
      'list' in about
        ? { pointer: `/entities/${indexOf.get(about) ?? 0}`, place: `entity ${quoted(about.list)}` }
        : about;
    context.error(subject, column, 'badEntity', message);
  }
}

/** Entities are declared before questions save to them, under names that servers take. */
export function checkEntities(context: CheckContext): void {
  const lists = new Set<string>();
  (context.definition.entities ?? []).forEach((entity, index) => {
    const subject = { pointer: `/entities/${index}`, place: `entity ${quoted(entity.list)}` };
    if (lists.has(entity.list))
      context.error(subject, 'list', 'badEntity', `${quoted(entity.list)} is declared twice; keep one.`);
    lists.add(entity.list);
    checkDeclaration(context, entity, subject);
  });
  const taken = new Set<string>();
  for (const node of context.tree.nodes) {
    const question = node.element;
    if (question === undefined || !isQuestion(question) || question.saveTo === undefined) continue;
    checkProperty(context, node, question.saveTo, lists);
    if (taken.has(question.saveTo)) {
      const message = `${quoted(question.saveTo)} is already filled by another question; choose another property.`;
      context.error(node, 'saveTo', 'badEntity', message);
    }
    taken.add(question.saveTo);
  }
  if ((context.definition.entities ?? []).length > 0) checkPlaces(context);
}
