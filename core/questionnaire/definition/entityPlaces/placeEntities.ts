import type { Definition, EntityDeclaration } from '../definition.ts';
import type { ElementTree, TreeNode } from '../elementTree.ts';
import { elementTree, pathOf } from '../elementTree.ts';
import type { Container } from './containers.ts';
import type { EntityClaim, EntityTrouble } from './entityClaims.ts';
import { entityClaims } from './entityClaims.ts';

export interface EntityPlaces {
  /** By path of what holds it, `/data/visit` for instance: the form, a group or a repeat. */
  readonly byPath: ReadonlyMap<string, EntityDeclaration>;
  /** Entities without a place, and why. */
  readonly troubles: readonly EntityTrouble[];
}

const NONE: EntityPlaces = { byPath: new Map(), troubles: [] };

/** Where the entities of a definition are made. Linear in its size. */
export const entityPlacesOf = (
  definition: Pick<Definition, 'root' | 'elements' | 'entities'>,
): EntityPlaces =>
  definition.entities === undefined || definition.entities.length === 0
    ? NONE
    : placeEntities(definition.entities, elementTree(definition));

/**
 * Finds for each entity the group, repeat or form that holds it: each holds one at most. As in pyxform 4.5 (allocation of
 * entities/entities_parsing), an entity stands in the innermost container around all that is saved to it, or where the innermost
 * question that it reads stands; in the order of their rows, those that find it taken go outwards, up to the repeat that they are
 * made once for. An only entity of the form as a whole stands in the form itself.
 */
export function placeEntities(entities: readonly EntityDeclaration[], tree: ElementTree): EntityPlaces {
  const { claims, troubles } = entityClaims(entities, tree);
  const [only] = claims;
  if (only !== undefined && entities.length === 1 && only.scope === tree.root)
    return { byPath: new Map([[pathOf(tree.root), only.entity]]), troubles };
  const places = new Places();
  for (const claim of claims) places.place(claim);
  for (const claim of claims) places.checkSaved(claim);
  return { byPath: places.byPath(), troubles: [...troubles, ...places.troubles] };
}

class Places {
  readonly troubles: EntityTrouble[] = [];
  private readonly held = new Map<Container, EntityDeclaration>();
  private readonly placed = new Set<EntityDeclaration>();
  /** What stands between an entity and a question that is saved to it belongs to it, too. */
  private readonly reserved = new Map<Container, EntityDeclaration>();

  place(claim: EntityClaim): void {
    const { entity, saved } = claim;
    const free = this.freeFor(claim);
    if (free === undefined) return;
    this.held.set(free, entity);
    this.placed.add(entity);
    this.reserved.set(free, entity);
    for (const { parent } of saved)
      for (let at = parent; at !== undefined && at !== free; at = at.parent) this.reserved.set(at, entity);
  }

  private freeFor({ entity, scope, wanted, saved }: EntityClaim): Container | undefined {
    let [at, holder] = [wanted, this.reserved.get(wanted)];
    if (holder === undefined) return at;
    const theirs = saved.map(({ parent }) => parent && this.reserved.get(parent)).find(Boolean);
    while (theirs === undefined && at !== scope && at.parent !== undefined) {
      at = at.parent;
      const next = this.reserved.get(at);
      if (next === undefined) return at;
      holder = next;
    }
    const by = (theirs ?? holder).list;
    const message = `There is no place left for the entity "${entity.list}" in ${pathOf(scope)}, which "${by}" has: the form and each group and repeat hold one entity. Put its questions into a group of their own.`;
    this.troubles.push({ about: entity, column: 'list', message });
    return undefined;
  }

  /** What is saved goes to the nearest entity around it: that has to be the one that is meant. */
  checkSaved({ entity, saved }: EntityClaim): void {
    if (!this.placed.has(entity)) return;
    for (const node of saved) {
      const nearest = this.nearest(node);
      if (nearest === undefined || nearest === entity) continue;
      const message = `It is saved to "${entity.list}", but "${nearest.list}" is made nearer to it. Put the two into groups of their own.`;
      this.troubles.push({ about: node, column: 'saveTo', message });
    }
  }

  private nearest({ parent }: TreeNode): EntityDeclaration | undefined {
    for (let at = parent; at !== undefined; at = at.parent) {
      const held = this.held.get(at);
      if (held !== undefined) return held;
    }
    return undefined;
  }

  byPath(): ReadonlyMap<string, EntityDeclaration> {
    return new Map(Array.from(this.held, ([container, entity]) => [pathOf(container), entity]));
  }
}
