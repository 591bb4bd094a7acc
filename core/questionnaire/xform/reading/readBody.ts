import { attributeOf, usualName } from '../namespaces.ts';
import type { XmlElement } from '../xmlElement.ts';
import { childrenOf } from '../xmlElement.ts';
import { resolveRef } from './paths.ts';

/** The body by the nodes of the primary instance that its controls show. */
export interface Body {
  readonly controls: ReadonlyMap<string, XmlElement>;
  readonly groups: ReadonlyMap<string, XmlElement>;
  readonly repeats: ReadonlyMap<string, XmlElement>;
  readonly actions: readonly BodyAction[];
  /** Groups that show several questions together but are no node of the instance, with what they show. */
  readonly loose: readonly XmlElement[];
  readonly unknown: readonly XmlElement[];
  /** Nodes that a second control shows, which is left out. */
  readonly doubled: readonly string[];
}

/** An action inside a control, or inside a repeat. */
export interface BodyAction {
  readonly element: XmlElement;
  readonly context: string;
  /** Path of the control whose change runs it. */
  readonly control?: string;
}

const CONTROLS = new Set(
  'input textarea secret select select1 odk:rank rank range upload trigger'.split(' '),
);
const INSIDE_CONTROLS = new Set('label hint item itemset tag'.split(' '));
export const ACTIONS = new Set('setvalue odk:setgeopoint setgeopoint odk:recordaudio recordaudio'.split(' '));

/** Relative references at the top are seen from the root of the primary instance. */
export function readBody(body: XmlElement, rootPath: string, pathOfBind: ReadonlyMap<string, string>): Body {
  const reader = new BodyReader(pathOfBind);
  reader.read(body, rootPath);
  return reader;
}

class BodyReader implements Body {
  readonly controls = new Map<string, XmlElement>();
  readonly groups = new Map<string, XmlElement>();
  readonly repeats = new Map<string, XmlElement>();
  readonly actions: BodyAction[] = [];
  readonly loose: XmlElement[] = [];
  readonly unknown: XmlElement[] = [];
  readonly doubled: string[] = [];
  readonly #pathOfBind: ReadonlyMap<string, string>;

  constructor(pathOfBind: ReadonlyMap<string, string>) {
    this.#pathOfBind = pathOfBind;
  }

  read(parent: XmlElement, context: string): void {
    for (const element of childrenOf(parent)) this.#readOne(element, context, parent);
  }

  #readOne(element: XmlElement, context: string, parent: XmlElement): void {
    const name = usualName(element);
    const path = this.#pathOf(element, context);
    if (CONTROLS.has(name)) this.#readControl(element, path, context);
    else if (name === 'group') this.#readGroup(element, path, context);
    else if (name === 'repeat') this.#readRepeat(element, path, parent);
    else if (ACTIONS.has(name)) this.actions.push({ element, context });
    else if (name !== 'label' && name !== 'hint') this.unknown.push(element);
  }

  #readControl(element: XmlElement, path: string | undefined, context: string): void {
    if (path === undefined) {
      this.unknown.push(element);
      return;
    }
    if (this.controls.has(path)) this.doubled.push(path);
    else this.controls.set(path, element);
    for (const child of childrenOf(element)) {
      const name = usualName(child);
      if (ACTIONS.has(name)) this.actions.push({ element: child, context, control: path });
      else if (!INSIDE_CONTROLS.has(name)) this.unknown.push(child);
    }
  }

  #readGroup(element: XmlElement, path: string | undefined, context: string): void {
    if (path !== undefined && !this.groups.has(path)) this.groups.set(path, element);
    if (path === undefined && !holdsRepeat(element)) this.loose.push(element);
    this.read(element, path ?? context);
  }

  /** The label of a repeat stands in the group around it. */
  #readRepeat(element: XmlElement, path: string | undefined, parent: XmlElement): void {
    if (path === undefined) {
      this.unknown.push(element);
      return;
    }
    this.repeats.set(path, element);
    if (usualName(parent) === 'group' && !this.groups.has(path)) this.groups.set(path, parent);
    this.read(element, path);
  }

  #pathOf(element: XmlElement, context: string): string | undefined {
    const bind = attributeOf(element, 'bind');
    const ref = attributeOf(element, 'ref') ?? attributeOf(element, 'nodeset');
    if (ref === undefined || ref.trim() === '')
      return bind === undefined ? undefined : this.#pathOfBind.get(bind);
    return resolveRef(ref, context);
  }
}

const holdsRepeat = (group: XmlElement): boolean =>
  childrenOf(group).some((child) => usualName(child) === 'repeat');
