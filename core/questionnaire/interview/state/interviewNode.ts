import type { DataNode } from '../../expression/index.ts';
import { toNumber } from '../../expression/index.ts';
import type { Place } from '../compile/place.ts';
import type { Frame } from './frame.ts';

/** Bits of `InterviewNode.touched`: what the present event has changed. */
export const VALUE = 1;
export const RELEVANT = 2;
export const REQUIRED = 4;
export const READ_ONLY = 8;

/** A question, group, repeat instance or root of a running interview; what expressions walk on. */
export class InterviewNode implements DataNode {
  readonly place: Place;
  readonly frame: Frame;
  readonly parent: DataNode | null;
  /** The answer as XForms text; kept while irrelevant. */
  kept = '';
  /** What expressions see: '' while irrelevant. */
  shown = '';
  ownRelevant = true;
  relevant = true;
  required = false;
  ownReadOnly = false;
  readOnly = false;
  touched = 0;
  #figure = Number.NaN;
  #figureKnown = true;
  #children: readonly DataNode[] | null = null;

  constructor(place: Place, frame: Frame, parent: DataNode | null) {
    this.place = place;
    this.frame = frame;
    this.parent = parent;
  }

  get name(): string {
    return this.place.name;
  }

  get children(): readonly DataNode[] {
    this.#children ??= listChildren(this);
    return this.#children;
  }

  /** Repeat instances came or went below this node. */
  forgetChildren(): void {
    this.#children = null;
  }

  show(text: string): void {
    this.shown = text;
    this.#figureKnown = false;
  }

  text(): string {
    if (this.place.question !== null) return this.shown;
    return this.children.map((child) => child.text()).join('');
  }

  number(): number {
    if (this.place.question === null) return toNumber(this.text());
    if (!this.#figureKnown) {
      this.#figure = toNumber(this.shown);
      this.#figureKnown = true;
    }
    return this.#figure;
  }

  position(): number {
    return this.place.kind === 'repeat' ? this.frame.index + 1 : 1;
  }
}

function listChildren(node: InterviewNode): readonly DataNode[] {
  const { frame, place } = node;
  return place.children.flatMap((child) =>
    child.kind === 'repeat'
      ? (frame.repeats[child.scope.index] ?? []).flatMap((instance) => instance.nodes[0] ?? [])
      : (frame.nodes[child.slot] ?? []),
  );
}
