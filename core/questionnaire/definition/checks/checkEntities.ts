import type { EntityDeclaration } from '../definition.ts';
import { isQuestion, isRepeat } from '../element.ts';
import { quoted } from '../nearestName.ts';
import type { CheckContext, Subject } from './checkContext.ts';

const LIST = /^[\p{L}_][\p{L}\p{N}_-]*$/u;
const reserved: ReadonlySet<string> = new Set(['name', 'label']);

function checkDeclaration(context: CheckContext, entity: EntityDeclaration, subject: Subject): void {
  const wrong = (column: string, message: string): void =>
    context.error(subject, column, 'badEntity', message);
  if (!LIST.test(entity.list) || entity.list.startsWith('__')) {
    wrong(
      'list',
      `${quoted(entity.list)} cannot name an entity list: letters, digits, _ and -, no full stop, not beginning with __.`,
    );
  }
  if (entity.repeat !== undefined) {
    const nodes = context.tree.byName.get(entity.repeat) ?? [];
    if (!nodes.some((node) => node.element !== undefined && isRepeat(node.element))) {
      wrong(
        'repeat',
        `There is no repeat called ${quoted(entity.repeat)}.${context.suggest(entity.repeat, context.tree.byName.keys())}`,
      );
    }
  }
  for (const column of ['label', 'entityId', 'createIf', 'updateIf'] as const) {
    const text = entity[column];
    const inspected = text === undefined || text.trim() === '' ? undefined : context.inspect(text);
    if (inspected?.ok === false) wrong(column, inspected.error.message);
  }
  if (entity.updateIf !== undefined && entity.entityId === undefined) {
    wrong('updateIf', 'To update an entity, say which: add "entityId".');
  }
}

/** Entities are declared before questions save to them, under names that servers take. */
export function checkEntities(context: CheckContext): void {
  const entities = context.definition.entities ?? [];
  entities.forEach((entity, index) => {
    checkDeclaration(context, entity, {
      pointer: `/entities/${index}`,
      place: `entity ${quoted(entity.list)}`,
    });
  });
  const taken = new Set<string>();
  for (const node of context.tree.nodes) {
    const question = node.element;
    if (question === undefined || !isQuestion(question) || question.saveTo === undefined) continue;
    const property = question.saveTo;
    const wrong = (message: string): void => context.error(node, 'saveTo', 'badEntity', message);
    if (entities.length === 0) wrong('saves to an entity, but none is declared; add one under "entities".');
    const name = property.slice(property.indexOf('#') + 1);
    if (
      reserved.has(name.toLowerCase()) ||
      name.startsWith('__') ||
      !/^[\p{L}_][\p{L}\p{N}._-]*$/u.test(name)
    ) {
      wrong(
        `${quoted(property)} cannot be a property; choose a name other than "name" and "label", of letters, digits, _ and -.`,
      );
    }
    if (taken.has(property))
      wrong(`${quoted(property)} is already filled by another question; choose another property.`);
    taken.add(property);
  }
}
