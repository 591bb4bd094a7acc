import type { Compiled } from '../../expression/index.ts';
import type { Element, Question } from '../../definition/index.ts';
import type { QuestionType } from '../../questionTypes/index.ts';

/**
 * Where instances live: the whole response, or one instance of a repeat. Each scope holds the places between it and the
 * next deeper repeats, so that an instance is one flat array of nodes.
 */
export interface Scope {
  readonly parent: Scope | null;
  /** Position among `parent.repeats`; -1 for the whole response. */
  readonly index: number;
  /** The root, or the repeat; its instance is the node at slot 0. */
  readonly head: Place;
  /** In document order, by slot. */
  readonly places: Place[];
  readonly repeats: Place[];
  /** Questions that begin with an answer: a default or metadata. */
  readonly starters: Place[];
  readonly cells: Cell[];
  readonly depth: number;
}

/** The compiled expressions of a place; always the same members, so that reading one stays fast. */
export class Rules {
  relevant: Compiled | undefined = undefined;
  required: Compiled | undefined = undefined;
  readOnly: Compiled | undefined = undefined;
  calculation: Compiled | undefined = undefined;
  constraint: Compiled | undefined = undefined;
  warning: Compiled | undefined = undefined;
  dynamicDefault: Compiled | undefined = undefined;
  repeatCount: Compiled | undefined = undefined;
  /** Rows of the choice list that pass the filter. */
  choices: Compiled | undefined = undefined;
  /** Of the random order. */
  seed: Compiled | undefined = undefined;
}

/** Most questions have none: they share these, and get their own with the first. */
const NO_RULES: Readonly<Rules> = new Rules();
const NO_EDGES: readonly Edge[] = [];
const NO_PLACES: readonly Place[] = [];
const NOTHING_TRIGGERED: readonly Triggered[] = [];

export type CellKind = 'relevant' | 'calculation' | 'required' | 'readOnly' | 'repeatCount';

/** Something that is kept up to date: evaluated again when what it reads has changed. */
export interface Cell {
  readonly kind: CellKind;
  readonly place: Place;
  /** Whose frames it is evaluated in: the place's own, but for a repeat's count the one that holds the repeat. */
  readonly scope: Scope;
  readonly compiled: Compiled;
  /** Says something else in another language. */
  readonly translated: boolean;
  /** Position in its scope's `cells`. */
  readonly local: number;
  /** A count that is a bare reference reads what the place keeps, relevant or not: up so many frames to find it. */
  counts: { readonly place: Place; readonly up: number } | null;
  /** Topological: whatever a cell reads has a lower rank, but for reads across instances of one repeat. */
  rank: number;
}

/** Which instances of `cell` read a changed place: up so many frames, then down through every instance of these repeats. */
export interface Edge {
  readonly cell: Cell;
  readonly up: number;
  readonly down: readonly number[];
}

/** Whose calculation runs when a place's value changes, seen from the scope of depth `bound` that they share. */
export interface Triggered {
  readonly place: Place;
  readonly bound: number;
}

export type PlaceKind = 'root' | 'group' | 'repeat' | 'question';

/** A group, repeat or question of the definition, with what was compiled of it. Instances of it are InterviewNodes. */
export class Place {
  /** Position among all places. */
  readonly id: number;
  readonly kind: PlaceKind;
  readonly name: string;
  /** Without positions: `/data/visit/shop`. */
  readonly path: string;
  readonly parent: Place | null;
  children: readonly Place[] = NO_PLACES;
  /** null for the root. */
  readonly element: Element | null;
  readonly question: Question | null;
  readonly type: QuestionType | null;
  /** Its bind is `int`: calculations lose their fraction. */
  readonly whole: boolean;
  /** Its bind is `date`: what is calculated or stands in the form loses its time of day. */
  readonly dateOnly: boolean;
  /** When its answer, taken for itself, is true: any; all but 0; `true` and 1 only. By the type of its bind, as in JavaRosa. */
  readonly truth: 'any' | 'not 0' | 'true';
  /** A repeat's own scope for a repeat. */
  readonly scope: Scope;
  readonly slot: number;
  rules: Readonly<Rules> = NO_RULES;
  /** What reads this place's value, or whether it is there. */
  dependents: readonly Edge[] = NO_EDGES;
  /** Only for repeats: what to look at again when instances come or go, seen from the frame that holds the repeat. */
  structureDependents: readonly Edge[] = NO_EDGES;
  triggered: readonly Triggered[] = NOTHING_TRIGGERED;
  /** Only for repeats: a count that depends on the instances it makes, so that they are made one by one. */
  stepwise: Cell | null = null;

  constructor(
    id: number,
    kind: PlaceKind,
    name: string,
    parent: Place | null,
    element: Element | null,
    question: Question | null,
    type: QuestionType | null,
  ) {
    this.id = id;
    this.kind = kind;
    this.name = name;
    this.path = parent === null ? `/${name}` : `${parent.path}/${name}`;
    this.parent = parent;
    this.element = element;
    this.question = question;
    this.type = type;
    const bind = question === null ? null : (question.bind?.['type'] ?? type?.xform(question).bind);
    this.whole = bind === 'int';
    this.dateOnly = bind === 'date';
    this.truth = bind === 'int' || bind === 'decimal' ? 'not 0' : bind === 'boolean' ? 'true' : 'any';
    this.scope = kind === 'root' || kind === 'repeat' ? openScope(this, parent) : scopeOf(parent);
    this.slot = this.scope.places.length;
    this.scope.places.push(this);
    if (question !== null && hasFirstValue(question)) this.scope.starters.push(this);
    if (parent !== null) parent.children = grown(parent.children, NO_PLACES, this);
  }

  addRule(column: keyof Rules, compiled: Compiled): void {
    const rules: Rules = this.rules === NO_RULES ? new Rules() : this.rules;
    rules[column] = compiled;
    this.rules = rules;
  }

  addDependent(edge: Edge): void {
    this.dependents = grown(this.dependents, NO_EDGES, edge);
  }

  addStructureDependent(edge: Edge): void {
    this.structureDependents = grown(this.structureDependents, NO_EDGES, edge);
  }

  addTriggered(triggered: Triggered): void {
    this.triggered = grown(this.triggered, NOTHING_TRIGGERED, triggered);
  }
}

/** Adds to a list that its owner alone holds, unless it is still the shared empty one. */
function grown<T>(list: readonly T[], shared: readonly T[], item: T): readonly T[] {
  if (list === shared) return [item];
  (list as T[]).push(item);
  return list;
}

const METADATA = new Set(['start', 'today', 'deviceid', 'username', 'email', 'phonenumber']);

const hasFirstValue = (question: Question): boolean =>
  question.default !== undefined ||
  question.dynamicDefault !== undefined ||
  question.name === 'instanceID' ||
  question.bind?.['jr:preload'] === 'uid' ||
  METADATA.has(question.type);

function openScope(head: Place, holder: Place | null): Scope {
  const parent = holder?.scope ?? null;
  const scope: Scope = {
    parent,
    index: parent?.repeats.length ?? -1,
    head,
    places: [],
    repeats: [],
    starters: [],
    cells: [],
    depth: parent === null ? 0 : parent.depth + 1,
  };
  parent?.repeats.push(head);
  return scope;
}

function scopeOf(parent: Place | null): Scope {
  if (parent === null) throw new Error('only the root stands alone');
  return parent.scope;
}
