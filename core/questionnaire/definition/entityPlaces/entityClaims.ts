import type { EntityDeclaration } from '../definition.ts';
import { isQuestion, isRepeat } from '../element.ts';
import type { ElementTree, TreeNode } from '../elementTree.ts';
import { pathOf } from '../elementTree.ts';
import { pipedNames } from '../pipedNames.ts';
import type { Container } from './containers.ts';
import { around, deeper, isWithin, repeatsAround, scopeOf } from './containers.ts';

/** Why an entity has no place: said about a column of the entity, or of a question that is saved to it. */
export interface EntityTrouble {
  readonly about: EntityDeclaration | TreeNode;
  readonly column: string;
  readonly message: string;
}

/** Where an entity would be, if no other one were. */
export interface EntityClaim {
  readonly entity: EntityDeclaration;
  readonly scope: Container;
  /** The innermost place it may have; it can go outwards up to its scope. */
  readonly wanted: Container;
  /** Questions that are saved to it. */
  readonly saved: readonly TreeNode[];
}

/** A question that an entity saves or reads. */
interface Source {
  readonly node: TreeNode;
  readonly container: Container;
  /** The column that names it; undefined for a question that is saved. */
  readonly readIn: string | undefined;
}

const COLUMNS = ['label', 'entityId', 'createIf', 'updateIf'] as const;

/** Of questions of one name, which no sensible form has many of; hostile ones would multiply them by the entities that read them. */
const MOST_OF_A_NAME = 20;

/** The list that a question is saved to: named before `#`, or the only one there is. */
function savedTo(saveTo: string, entities: readonly EntityDeclaration[]): string | undefined {
  const mark = saveTo.indexOf('#');
  if (mark >= 0) return saveTo.slice(0, mark);
  return entities.length === 1 ? entities[0]?.list : undefined;
}

/** What each list saves and reads, in document order. */
function sourcesOf(
  entities: readonly EntityDeclaration[],
  tree: ElementTree,
): ReadonlyMap<string, readonly Source[]> {
  const sources = new Map<string, Source[]>(entities.map(({ list }) => [list, []]));
  const readers = new Map<string, Map<string, string>>();
  for (const entity of entities) {
    for (const column of COLUMNS) {
      for (const { name } of pipedNames(entity[column] ?? '')) {
        const columns = readers.get(name) ?? new Map<string, string>();
        readers.set(name, columns);
        if (!columns.has(entity.list)) columns.set(entity.list, column);
      }
    }
  }
  for (const node of tree.nodes) {
    const { element, parent: container } = node;
    if (element === undefined || container === undefined || !isQuestion(element)) continue;
    const list = element.saveTo === undefined ? undefined : savedTo(element.saveTo, entities);
    if (list !== undefined) sources.get(list)?.push({ node, container, readIn: undefined });
    if ((tree.byName.get(node.name)?.length ?? 0) > MOST_OF_A_NAME) continue;
    for (const [reader, readIn] of readers.get(node.name) ?? [])
      sources.get(reader)?.push({ node, container, readIn });
  }
  return sources;
}

function repeatCalled(name: string, { byName }: ElementTree): Container | undefined {
  return byName.get(name)?.find(({ element }) => element !== undefined && isRepeat(element));
}

/** The scope of most repeats that anything it needs is in; the first of several. */
function scopeAround(sources: readonly Source[], root: Container): Container {
  let [scope, most] = [root, 0];
  for (const { container } of sources) {
    const count = repeatsAround(container);
    if (count > most) [scope, most] = [scopeOf(container), count];
  }
  return scope;
}

function wantedOf(sources: readonly Source[], scope: Container): Container {
  const [first, ...others] = sources.filter(({ readIn }) => readIn === undefined);
  if (first !== undefined)
    return others.reduce((so, { container }) => around(so, container), first.container);
  return sources
    .map(({ container }) => container)
    .filter((container) => scopeOf(container) === scope)
    .reduce(deeper, scope);
}

/** Places that entities ask for, in the order of their declarations, and what keeps others from having one. */
export function entityClaims(
  entities: readonly EntityDeclaration[],
  tree: ElementTree,
): { readonly claims: readonly EntityClaim[]; readonly troubles: readonly EntityTrouble[] } {
  const claims: EntityClaim[] = [];
  const troubles: EntityTrouble[] = [];
  const known = sourcesOf(entities, tree);
  for (const entity of entities) {
    const sources = known.get(entity.list) ?? [];
    const forced = entity.repeat === undefined ? undefined : repeatCalled(entity.repeat, tree);
    const scope = forced ?? scopeAround(sources, tree.root);
    const strays = sources.filter(({ container, readIn }) =>
      readIn === undefined ? scopeOf(container) !== scope : !isWithin(scope, scopeOf(container)),
    );
    for (const { node, container, readIn } of strays) {
      const message = `The entity "${entity.list}" is made in ${pathOf(scope)}, but this is of ${pathOf(scopeOf(container))}. Copy the value with a calculate into one of the two.`;
      troubles.push(
        readIn === undefined
          ? { about: node, column: 'saveTo', message }
          : { about: entity, column: readIn, message },
      );
    }
    if (strays.length > 0) continue;
    const saved = sources.filter(({ readIn }) => readIn === undefined).map(({ node }) => node);
    claims.push({ entity, scope, wanted: forced ?? wantedOf(sources, scope), saved });
  }
  return { claims, troubles };
}
