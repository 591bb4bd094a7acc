import type { Expression } from '../../expression/index.ts';
import type { Layout } from './layOut.ts';
import type { Cell, Place } from './place.ts';
import type { ReadyCell } from './compileRules.ts';
import { readsOf, repeatsReadBy } from './reads.ts';
import type { Read } from './reads.ts';
import { markStepwise } from './markStepwise.ts';
import type { Reading } from './markStepwise.ts';
import { repeatsBelow } from './target.ts';

/** That `cell` reads `place`. Loose: some instance of a repeat reads another instance of the same repeat. */
export interface Link {
  readonly cell: Cell;
  readonly place: Place;
  readonly loose: boolean;
}

/** Tells every place which cells read it, and returns what orders the cells. */
export function linkCells(ready: readonly ReadyCell[], layout: Layout): Link[] {
  const links: Link[] = [];
  const readings: Reading[] = [];
  let counts = 0;
  for (const { cell, asking, expression } of ready) {
    const reads = readsOf(expression, asking, layout);
    if (cell.kind === 'repeatCount') {
      counts += 1;
      linkCount(cell, expression, reads);
    }
    for (const read of reads.length > 1 ? distinct(reads) : reads) linkRead(cell, read, links);
    readings.push({ cell, reads });
  }
  if (counts > 0) markStepwise(readings, layout);
  return links;
}

function distinct(reads: readonly Read[]): Iterable<Read> {
  return new Map(
    reads.map((read) => [`${read.what} ${read.target.place.id} ${read.target.bound}`, read]),
  ).values();
}

function linkRead(cell: Cell, read: Read, links: Link[]): void {
  linkStructure(cell, read);
  if (read.what === 'position') return;
  const { place, bound } = read.target;
  // A calculation may look at its own value (once, running totals kept by hand): that is no reason to run again.
  if (place === cell.place && cell.kind === 'calculation' && bound === cell.scope.depth) return;
  place.addDependent({ cell, up: place.scope.depth - bound, down: repeatsBelow(cell.scope, bound) });
  if (cell.kind !== 'repeatCount') links.push({ cell, place, loose: isLoose(cell, read) });
}

/** Instances are counted only where the element around the repeat is relevant. */
function linkCount(cell: Cell, expression: Expression, reads: readonly Read[]): void {
  const [read] = reads;
  const bare = expression.kind === 'reference' || expression.kind === 'path';
  if (bare && reads.length === 1 && read !== undefined) {
    const { place, bound } = read.target;
    if (place.question !== null && place.scope.depth === bound)
      cell.counts = { place, up: cell.scope.depth - bound };
  }
  cell.place.parent?.addDependent({ cell, up: 0, down: [] });
}

/** Whatever reads all instances of a repeat, or a position in it, is looked at again when instances come or go. */
function linkStructure(cell: Cell, read: Read): void {
  for (const repeat of repeatsReadBy(read)) {
    const held = repeat.scope.depth - 1;
    const bound = Math.min(read.target.bound, held);
    repeat.addStructureDependent({ cell, up: held - bound, down: repeatsBelow(cell.scope, bound) });
  }
}

function isLoose(cell: Cell, { target }: Read): boolean {
  let scope = target.place.scope;
  while (scope.parent !== null && scope.depth > target.bound) {
    for (let own: typeof cell.scope | null = cell.scope; own !== null; own = own.parent)
      if (own === scope) return true;
    scope = scope.parent;
  }
  return false;
}
