import type { Definition } from '../definition/index.ts';
import type { Compiled, DataNode } from '../expression/index.ts';
import type { Cell, Place, Scope } from './compile/place.ts';
import type { Viewpoint } from './compile/target.ts';

/** A definition compiled once: expressions as closures and one dependency graph. Shared by any number of interviews. */
export interface Questionnaire {
  readonly definition: Definition;
  readonly root: Place;
  /** What `/` means: a place above the root. */
  readonly document: Viewpoint;
  readonly scopes: readonly Scope[];
  /** Path without positions -> place. */
  readonly byPath: ReadonlyMap<string, Place>;
  readonly byName: ReadonlyMap<string, readonly Place[]>;
  /** By rank; counts of repeats, which stand outside the order, are not among them. */
  readonly cells: readonly Cell[];
  /** Made when first needed, and the same for all interviews: choice lists as documents, texts with `${}` in pieces. */
  readonly listCache: Map<string, DataNode>;
  readonly templateCache: Map<string, readonly (string | Compiled)[]>;
}
