import type { DataNode } from '../../expression/index.ts';
import { toNumber } from '../../expression/index.ts';
import type { Place, Scope } from '../compile/place.ts';

/** One instance of a scope: the whole response, or one instance of a repeat. */
export interface Frame {
  readonly scope: Scope;
  readonly parent: Frame | null;
  /** 0-based position among its siblings. */
  index: number;
  /** By slot. */
  readonly nodes: InterviewNode[];
  /** By slot, what `number()` gives, or UNKNOWN: apart from the nodes, so that totals run over them fast. */
  readonly figures: number[];
  /** Instances by `Place.scope.index` of the repeats directly inside. */
  readonly repeats: Frame[][];
  /** 1 for each cell, by `Cell.local`, that waits on the agenda. */
  readonly waiting: Uint8Array;
  removed: boolean;
  /** Days and moments are compared by the clock of this zone. */
  readonly timeZone: string;
}

/** No answer is this number: texts of numbers have no sign for infinity. */
export const UNKNOWN = Number.NEGATIVE_INFINITY;

/** Bits of `InterviewNode.touched`: what the present event has changed. */
export const VALUE = 1;
export const RELEVANT = 2;
export const REQUIRED = 4;
export const READ_ONLY = 8;
export const DUE = 16;

/** A question, group, repeat instance or root of a running interview; what expressions walk on. */
export class InterviewNode implements DataNode {
  readonly place: Place;
  readonly frame: Frame;
  /** The group, repeat instance or root around it. */
  readonly above: InterviewNode | null;
  /** Above the root, the document. */
  parent: DataNode | null;
  /** The answer as XForms text; kept while irrelevant. */
  kept = '';
  /** What expressions see: '' while irrelevant. */
  shown = '';
  ownRelevant = true;
  relevant: boolean;
  required = false;
  ownReadOnly = false;
  readOnly: boolean;
  touched = 0;
  private listed: readonly DataNode[] | null = null;

  constructor(place: Place, frame: Frame, above: InterviewNode | null) {
    this.place = place;
    this.frame = frame;
    this.above = above;
    this.parent = above;
    this.relevant = above?.relevant ?? true;
    this.readOnly = above?.readOnly ?? false;
  }

  get name(): string {
    return this.place.name;
  }

  get children(): readonly DataNode[] {
    this.listed ??= listChildren(this);
    return this.listed;
  }

  named(name: string): readonly DataNode[] {
    return this.children.filter((child) => child.name === name);
  }

  /** Repeat instances came or went below this node. */
  forgetChildren(): void {
    this.listed = null;
  }

  show(text: string): void {
    this.shown = text;
    this.frame.figures[this.place.slot] = text === '' ? Number.NaN : UNKNOWN;
  }

  text(): string {
    if (this.place.question !== null) return this.shown;
    return this.children.map((child) => child.text()).join('');
  }

  number(): number {
    if (this.place.question === null) return toNumber(this.text(), this.frame.timeZone, 'local');
    const { figures } = this.frame;
    const known = figures[this.place.slot];
    if (known !== undefined && known !== UNKNOWN) return known;
    const figure = toNumber(this.shown, this.frame.timeZone, 'local');
    figures[this.place.slot] = figure;
    return figure;
  }

  get isInstance(): boolean {
    return this.place.kind === 'repeat';
  }

  truth(): boolean {
    const { truth } = this.place;
    const text = this.text();
    if (truth === 'any' || text === '') return text !== '';
    return truth === 'true' ? text === 'true' || text === '1' : this.number() !== 0;
  }

  position(): number {
    return this.place.kind === 'repeat' ? this.frame.index + 1 : 1;
  }
}

function listChildren({ frame, place }: InterviewNode): readonly DataNode[] {
  return place.children.flatMap((child) =>
    child.kind === 'repeat'
      ? (frame.repeats[child.scope.index] ?? []).flatMap((instance) => instance.nodes[0] ?? [])
      : (frame.nodes[child.slot] ?? []),
  );
}
