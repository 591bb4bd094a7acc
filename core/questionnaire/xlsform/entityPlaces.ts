import type { Element, EntityDeclaration, Question } from '../definition/index.ts';
import { isQuestion } from '../definition/index.ts';
import { pipedNames } from '../definition/pipedNames.ts';
import type { Findings } from './findings.ts';
import type { Origins } from './origins.ts';
import { headerOf } from './table.ts';

/** The form, a group or a repeat: what can hold an entity. */
interface Container {
  readonly name: string;
  readonly parent: Container | undefined;
  readonly depth: number;
  /** The nearest repeat around it, or the form: entities are made once for each of its instances. */
  readonly scope: Container;
}

interface Placed {
  readonly question: Question;
  readonly container: Container;
}

interface Claim {
  readonly entity: EntityDeclaration;
  readonly scope: Container;
  readonly wanted: Container;
  readonly saves: readonly Placed[];
}

const pathOf = (container: Container): string =>
  `${container.parent === undefined ? '' : pathOf(container.parent)}/${container.name}`;

function isWithin(inner: Container, outer: Container): boolean {
  let at: Container | undefined = inner;
  while (at !== undefined && at.depth > outer.depth) at = at.parent;
  return at === outer;
}

/** The innermost container around both. */
function around(left: Container, right: Container): Container {
  let at = left;
  while (!isWithin(right, at) && at.parent !== undefined) at = at.parent;
  return at;
}

const deeper = (left: Container, right: Container): Container => (right.depth > left.depth ? right : left);

/** All questions, in their order, with the containers they stand in. */
function place(elements: readonly Element[], root: Container): readonly Placed[] {
  const placed: Placed[] = [];
  const stack = elements.map((element) => ({ element, container: root })).reverse();
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { element, container } = next;
    if (isQuestion(element)) {
      placed.push({ question: element, container });
      continue;
    }
    const { scope, depth } = container;
    const inner = { name: element.name, parent: container, depth: depth + 1, scope };
    if (element.type === 'repeat') inner.scope = inner;
    for (const child of element.elements.toReversed()) stack.push({ element: child, container: inner });
  }
  return placed;
}

function rootContainer(name: string): Container {
  const root = { name, parent: undefined, depth: 0 } as {
    name: string;
    parent: undefined;
    depth: number;
    scope: Container;
  };
  root.scope = root;
  return root;
}

/** Finds for each entity the group, repeat or form that holds it; each holds one at most, around all that is saved to it. */
export class EntityPlaces {
  private readonly root: Container;
  private readonly placed: readonly Placed[];
  private readonly byName: ReadonlyMap<string, Container>;

  constructor(
    elements: readonly Element[],
    rootName: string,
    private readonly origins: Origins,
    private readonly findings: Findings,
  ) {
    this.root = rootContainer(rootName);
    this.placed = place(elements, this.root);
    this.byName = new Map(this.placed.map(({ question, container }) => [question.name, container]));
  }

  check(entities: readonly EntityDeclaration[]): void {
    const claims = entities
      .map((entity) => this.claim(entity, entities.length))
      .filter((claim): claim is Claim => claim !== undefined);
    const ordered = [
      ...claims.filter(({ saves }) => saves.length > 0),
      ...claims.filter(({ saves }) => saves.length === 0),
    ];
    const taken = new Map<Container, Claim>();
    for (const claim of ordered) {
      const free = this.freeContainer(claim, claims, taken);
      if (free !== undefined) taken.set(free, claim);
      else {
        const holder = taken.get(claim.scope)?.entity.list;
        const by = holder === undefined ? '' : `, which "${holder}" has`;
        const message = `There is no place left for the entity "${claim.entity.list}" in ${pathOf(claim.scope)}${by}: the form and each group and repeat hold one entity. Put its questions into a group of their own.`;
        this.report(claim.entity, 'list_name', message);
      }
    }
  }

  private report(about: object, key: string, message: string): void {
    const origin = this.origins.of(about);
    if (origin === undefined) return;
    this.findings.error(
      { sheet: origin.table.sheet, row: origin.row, column: headerOf(origin.table, key) },
      message,
    );
  }

  private savedTo(list: string, only: boolean): readonly Placed[] {
    return this.placed.filter(({ question: { saveTo } }) => {
      if (saveTo === undefined) return false;
      const mark = saveTo.indexOf('#');
      return mark < 0 ? only : saveTo.slice(0, mark) === list;
    });
  }

  /** Where the entity could be, or undefined (and that is told) when what it refers to is in repeats that do not fit together. */
  private claim(entity: EntityDeclaration, count: number): Claim | undefined {
    const saves = this.savedTo(entity.list, count === 1);
    const texts = [entity.label, entity.entityId, entity.createIf, entity.updateIf];
    const named = texts.flatMap((text) => pipedNames(text ?? '').map(({ name }) => name));
    const read = named.flatMap((name) => this.byName.get(name) ?? []);
    const all = [...saves.map(({ container }) => container), ...read];
    const scope = all.reduce((deepest, { scope: own }) => deeper(deepest, own), this.root);
    const strays: (readonly [about: object, key: string, at: Container])[] = [
      ...saves
        .filter(({ container }) => container.scope !== scope)
        .map(({ question, container }) => [question, 'bind::entities:saveto', container.scope] as const),
      ...read.filter((at) => !isWithin(scope, at.scope)).map((at) => [entity, 'label', at.scope] as const),
    ];
    for (const [about, key, at] of strays) {
      const message = `The entity "${entity.list}" is made in ${pathOf(scope)}, but this is of ${pathOf(at)}. Copy the value with a calculate into one of the two.`;
      this.report(about, key, message);
    }
    if (strays.length > 0) return undefined;
    const [first, ...others] = saves.map(({ container }) => container);
    const wanted =
      first === undefined
        ? read.filter((at) => at.scope === scope).reduce(deeper, scope)
        : others.reduce(around, first);
    return { entity, scope, wanted, saves };
  }

  /** Going outwards within the scope; no container that would take what another entity saves. */
  private freeContainer(
    claim: Claim,
    claims: readonly Claim[],
    taken: ReadonlyMap<Container, Claim>,
  ): Container | undefined {
    for (let at: Container | undefined = claim.wanted; at !== undefined; at = at.parent) {
      const candidate = at;
      const takesOthers = claims.some(
        (other) =>
          other !== claim &&
          other.saves.some(({ container }) => isWithin(container, candidate)) &&
          !(other.wanted !== candidate && isWithin(other.wanted, candidate)),
      );
      if (!taken.has(candidate) && !takesOthers) return candidate;
      if (candidate === claim.scope) return undefined;
    }
    return undefined;
  }
}
