import type { Definition } from '../definition/index.ts';
import type { Cell, Place, Scope } from './compile/place.ts';

/** A definition compiled once: expressions as closures and one dependency graph. Shared by any number of interviews. */
export interface Questionnaire {
  readonly definition: Definition;
  /** Path without positions -> place. */
  readonly byPath: ReadonlyMap<string, Place>;
  readonly root: Place;
  readonly scopes: readonly Scope[];
  /** By rank. */
  readonly cells: readonly Cell[];
}
