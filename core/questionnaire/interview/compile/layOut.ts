import type { Definition, Element } from '../../definition/index.ts';
import { isGroup, isQuestion, isRepeat } from '../../definition/index.ts';
import { questionTypeOf } from '../../questionTypes/index.ts';
import type { CompileProblem } from '../problem.ts';
import { addedAfter, addedBefore, metaGroup } from './addedElements.ts';
import type { Place, Scope } from './place.ts';

export interface Layout {
  readonly root: Place;
  /** What `/` means in a path: a place above the root. */
  readonly document: Place;
  /** By id. */
  readonly places: readonly Place[];
  readonly scopes: Scope[];
  readonly byPath: Map<string, Place>;
  /** Paths by the bare name that `${name}` uses; a name in several places is ambiguous but legal. */
  readonly byName: Map<string, Place[]>;
  readonly problems: CompileProblem[];
}

export const DEEPEST = 250;

/** Gives every element its place: scope, slot and path. Without recursion, so that depth is a message and not a crash. */
export function layOut(definition: Definition): Layout {
  const builder = new Builder(definition);
  const work: { element: Element; parent: Place }[] = [];
  const push = (elements: readonly Element[], parent: Place): void => {
    for (let index = elements.length - 1; index >= 0; index -= 1) {
      const element = elements[index];
      if (element !== undefined) work.push({ element, parent });
    }
  };
  push([...withAdded(definition.elements), metaGroup(definition)], builder.root);
  for (let next = work.pop(); next !== undefined; next = work.pop()) {
    const place = builder.add(next.element, next.parent);
    if (place !== undefined && !isQuestion(next.element)) push(withAdded(next.element.elements), place);
  }
  return builder;
}

function withAdded(elements: readonly Element[]): readonly Element[] {
  return elements.flatMap((element) => [...addedBefore(element), element, ...addedAfter(element)]);
}

class Builder implements Layout {
  readonly root: Place;
  readonly document: Place;
  readonly places: Place[] = [];
  readonly scopes: Scope[] = [];
  readonly byPath = new Map<string, Place>();
  readonly byName = new Map<string, Place[]>();
  readonly problems: CompileProblem[] = [];

  constructor(definition: Definition) {
    const name = definition.root ?? 'data';
    this.root = this.#place({ kind: 'root', name, element: null, parent: null });
    this.document = { ...this.root, name: '', path: '', children: [this.root] };
  }

  add(element: Element, parent: Place): Place | undefined {
    const type = isQuestion(element) ? questionTypeOf(element.type) : null;
    if (isQuestion(element) && type?.xform(element).bind === null) return undefined;
    const path = `${parent.path}/${element.name}`;
    if (parent.depth >= DEEPEST) {
      if (parent.depth === DEEPEST && !this.problems.some((problem) => problem.path === parent.path)) {
        const message = `Groups and repeats are nested more than ${DEEPEST} deep: move some of them up.`;
        this.problems.push({ path: parent.path, column: '', message });
      }
      return undefined;
    }
    if (this.byPath.has(path)) {
      const message = `Two elements have the path ${path}: rename one of them.`;
      this.problems.push({ path, column: 'name', message });
      return undefined;
    }
    const kind = isRepeat(element) ? 'repeat' : isGroup(element) ? 'group' : 'question';
    return this.#place({ kind, name: element.name, element, parent });
  }

  #place(given: Pick<Place, 'kind' | 'name' | 'element' | 'parent'>): Place {
    const { kind, element, parent } = given;
    const question = element !== null && isQuestion(element) ? element : null;
    const draft = {
      ...given,
      id: this.places.length,
      path: `${parent?.path ?? ''}/${given.name}`,
      children: [],
      depth: parent === null ? 0 : parent.depth + 1,
      question,
      type: question === null ? null : questionTypeOf(question.type),
      rules: {},
      dependents: [],
      structureDependents: [],
      triggered: [],
    };
    const place = draft as typeof draft & { scope: Scope; slot: number } as Place;
    const scope = kind === 'root' || kind === 'repeat' ? this.#scope(place) : (parent?.scope as Scope);
    Object.assign(place, { scope, slot: scope.places.length });
    scope.places.push(place);
    parent?.children.push(place);
    this.places.push(place);
    this.byPath.set(place.path, place);
    const same = this.byName.get(place.name);
    if (same === undefined) this.byName.set(place.name, [place]);
    else same.push(place);
    return place;
  }

  #scope(head: Place): Scope {
    const parent = head.parent?.scope ?? null;
    const index = parent?.repeats.length ?? -1;
    const depth = parent === null ? 0 : parent.depth + 1;
    const scope: Scope = {
      id: this.scopes.length,
      parent,
      index,
      head,
      places: [],
      repeats: [],
      cells: [],
      depth,
    };
    parent?.repeats.push(head);
    this.scopes.push(scope);
    return scope;
  }
}
