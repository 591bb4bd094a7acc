import type { Definition, Element, EntityDeclaration } from '../../definition/index.ts';
import { entityPlacesOf } from '../../definition/index.ts';
import { compact } from '../compact.ts';
import type { EntityBlock } from './entityBlocks.ts';
import { expressionOf } from './expressions.ts';
import type { FormReading } from './formReading.ts';

/** An entity with what holds it in the form. */
interface Held {
  readonly entity: EntityDeclaration;
  readonly block: EntityBlock;
}

/**
 * What responses become in Central's entity lists, from the meta blocks. Where each is made follows from the order of the
 * declarations and from what they read and save, so they are put into an order that makes them where the form does; where none
 * does, the repeat is named.
 */
export function readEntities(
  reading: FormReading,
  elements: readonly Element[],
): readonly EntityDeclaration[] {
  const innermostFirst = reading.entityBlocks.map((block) => ({
    entity: declarationOf(reading, block),
    block,
  }));
  const outermostFirst = innermostFirst.toSorted((left, right) => left.block.depth - right.block.depth);
  for (const order of [outermostFirst, innermostFirst])
    if (misplaced(reading, elements, order).length === 0) return order.map(({ entity }) => entity);
  const told = outermostFirst.map(({ entity, block }) => ({
    entity: reading.body.repeats.has(block.path) ? { ...entity, repeat: block.name } : entity,
    block,
  }));
  for (const { entity, block } of misplaced(reading, elements, told))
    reading.find(
      'unsupported',
      block.path,
      `The entity "${entity.list}" is made here in the form, but what it reads and saves stands elsewhere; it is made there.`,
    );
  return told.map(({ entity }) => entity);
}

function declarationOf(reading: FormReading, { node, list }: EntityBlock): EntityDeclaration {
  const calculated = (part: string): string | undefined =>
    expressionOf(reading, reading.bindOf(`${node.path}/${part}`)['calculate'], `${node.path}/${part}`);
  return compact<EntityDeclaration>({
    list,
    label: calculated('label'),
    entityId: calculated('@id'),
    createIf: calculated('@create'),
    updateIf: calculated('@update'),
  });
}

/** Those that a definition with these would not make where the form does. */
function misplaced(
  reading: FormReading,
  elements: readonly Element[],
  held: readonly Held[],
): readonly Held[] {
  const definition: Pick<Definition, 'root' | 'elements' | 'entities'> = {
    root: reading.tree.name,
    elements,
    entities: held.map(({ entity }) => entity),
  };
  const { byPath } = entityPlacesOf(definition);
  return held.filter(({ entity, block }) => byPath.get(block.path) !== entity);
}

/** The property as definitions have it: with its list, that of the nearest entity around it, where there are several. */
export function propertyOf(
  { entityBlocks }: FormReading,
  path: string,
  property: string | undefined,
): string | undefined {
  if (property === undefined || entityBlocks.length < 2) return property;
  const around = entityBlocks.filter((block) => path.startsWith(`${block.path}/`));
  const nearest = around.reduce<EntityBlock | undefined>(
    (so, block) => (so === undefined || block.depth > so.depth ? block : so),
    undefined,
  );
  return nearest === undefined ? property : `${nearest.list}#${property}`;
}
