import type { Layout } from './layOut.ts';
import { Network } from './network.ts';
import type { Cell, Place } from './place.ts';
import { repeatsReadBy } from './reads.ts';
import type { Read } from './reads.ts';

/** What a cell reads. */
export interface Reading {
  readonly cell: Cell;
  readonly reads: readonly Read[];
}

/**
 * Finds the counts that depend, by whatever way, on how many instances they make: making all of those at once might never
 * end, and would make what nobody asked for yet. JavaRosa makes every counted instance when someone steps to it.
 */
export function markStepwise(readings: readonly Reading[], { places }: Layout): void {
  const first = 3 * places.length;
  const network = new Network(first + readings.length);
  const kept = ({ id }: Place): number => places.length + id;
  const instances = ({ id }: Place): number => 2 * places.length + id;
  for (const place of places) {
    if (place.parent !== null) network.add(place.parent.id, place.id);
    network.add(kept(place), place.id);
  }
  for (const [index, { cell, reads }] of readings.entries()) {
    const vertex = first + index;
    const { kind, place } = cell;
    if (kind === 'relevant') network.add(vertex, place.id);
    else if (kind === 'calculation') network.add(vertex, kept(place));
    else if (kind === 'repeatCount') network.add(vertex, instances(place));
    for (const read of reads) {
      for (const repeat of repeatsReadBy(read)) network.add(instances(repeat), vertex);
      if (read.what === 'position') continue;
      network.add(cell.counts === null ? read.target.place.id : kept(read.target.place), vertex);
    }
  }
  const knots = network.knots();
  for (const [index, { cell }] of readings.entries()) {
    if (cell.kind === 'repeatCount' && knots[first + index] === knots[instances(cell.place)])
      cell.place.stepwise = cell;
  }
}
