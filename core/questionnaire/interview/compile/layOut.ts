import type { Definition, Element } from '../../definition/index.ts';
import { entityPlacesOf, isQuestion, isRepeat } from '../../definition/index.ts';
import { questionTypeOf } from '../../questionTypes/index.ts';
import type { CompileProblem } from '../problem.ts';
import { addedAfter, addedBefore, asked, innerMeta, metaGroup } from './addedElements.ts';
import { Place } from './place.ts';
import type { Scope } from './place.ts';
import type { Viewpoint } from './target.ts';

export interface Layout {
  readonly root: Place;
  /** What `/` means in a path: it stands above the root. */
  readonly document: Viewpoint;
  /** By id. */
  readonly places: readonly Place[];
  readonly scopes: readonly Scope[];
  readonly byPath: ReadonlyMap<string, Place>;
  /** Places by the bare name that `${name}` uses; a name in several places is ambiguous but legal. */
  readonly byName: ReadonlyMap<string, readonly Place[]>;
  readonly problems: readonly CompileProblem[];
}

/** Groups and repeats inside each other. */
const DEEPEST = 250;

/** Gives every element its place: scope, slot and path. Without recursion, so that depth is a message and not a crash. */
export function layOut(definition: Definition): Layout {
  const builder = new Builder(definition.root ?? 'data');
  const work: { readonly element: Element; readonly parent: Place; readonly depth: number }[] = [];
  const push = (elements: readonly Element[], parent: Place, depth: number): void => {
    // The last of the pile is worked on first.
    for (let index = elements.length - 1; index >= 0; index -= 1) {
      const element = elements[index];
      if (element === undefined) continue;
      for (const added of addedAfter(element)) work.push({ element: added, parent, depth });
      work.push({ element, parent, depth });
      for (const added of addedBefore(element)) work.push({ element: added, parent, depth });
    }
  };
  const entities = entityPlacesOf(definition).byPath;
  const meta = metaGroup(definition, entities.get(builder.root.path));
  push([...asked(definition.elements), ...meta], builder.root, 1);
  for (let next = work.pop(); next !== undefined; next = work.pop()) {
    const { element, parent, depth } = next;
    const place = builder.add(element, parent, depth);
    if (place === undefined || isQuestion(element)) continue;
    const inside = meta.some((own) => own === element) ? element.elements : asked(element.elements);
    push([...inside, ...innerMeta(entities.get(place.path))], place, depth + 1);
  }
  return builder;
}

class Builder implements Layout {
  readonly root: Place;
  readonly document: Viewpoint;
  readonly places: Place[] = [];
  readonly scopes: Scope[] = [];
  readonly byPath = new Map<string, Place>();
  readonly byName = new Map<string, Place[]>();
  readonly problems: CompileProblem[] = [];

  constructor(rootName: string) {
    this.root = this.enter(new Place(0, 'root', rootName, null, null, null, null));
    this.document = { path: '', parent: null, children: [this.root], scope: this.root.scope };
  }

  add(element: Element, parent: Place, depth: number): Place | undefined {
    const path = `${parent.path}/${element.name}`;
    const question = isQuestion(element) ? element : null;
    const type = question === null ? null : questionTypeOf(question.type);
    if (question !== null && type?.xform(question).bind === null) return undefined;
    if (depth > DEEPEST) {
      this.report(path, '', `It is nested more than ${DEEPEST} deep: move it further up.`);
      return undefined;
    }
    if (this.byPath.has(path)) {
      this.report(path, 'name', `Two elements have the path ${path}: rename one of them.`);
      return undefined;
    }
    const kind = question !== null ? 'question' : isRepeat(element) ? 'repeat' : 'group';
    return this.enter(new Place(this.places.length, kind, element.name, parent, element, question, type));
  }

  private report(path: string, column: string, message: string): void {
    if (this.problems.length < 100) this.problems.push({ path, column, message });
  }

  private enter(place: Place): Place {
    this.places.push(place);
    this.byPath.set(place.path, place);
    const same = this.byName.get(place.name);
    if (same === undefined) this.byName.set(place.name, [place]);
    else same.push(place);
    if (place.kind === 'root' || place.kind === 'repeat') this.scopes.push(place.scope);
    return place;
  }
}
