import type { CompileProblem } from '../problem.ts';
import { describeCircles } from './circles.ts';
import type { Layout } from './layOut.ts';
import type { Link } from './linkCells.ts';
import { Network } from './network.ts';
import type { Cell, Place } from './place.ts';

/**
 * Orders the cells so that each comes after what it reads, and says which go round in a circle. Reads between instances
 * of one repeat give way where they would close a circle: such cells may need more than one round.
 */
export function rankCells(layout: Layout, links: readonly Link[], problems: CompileProblem[]): Cell[] {
  const cells = layout.scopes.flatMap((scope) => scope.cells).filter((cell) => cell.kind !== 'repeatCount');
  let network = build(cells, layout.places, links);
  let sorted = network.sort();
  if (sorted.length < network.size) {
    network = build(
      cells,
      layout.places,
      links.filter((link) => !link.loose),
    );
    sorted = network.sort();
  }
  if (sorted.length < network.size)
    problems.push(...describeCircles(network.circles(sorted), cells, layout.places));
  const first = 2 * layout.places.length;
  const ranked = sorted.flatMap((vertex) => cells[vertex - first] ?? []);
  ranked.forEach((cell, rank) => {
    cell.rank = rank;
  });
  return ranked;
}

/** Two vertices a place: whether it is there (even), and its value (odd). Cells come behind them. */
export const presence = (place: Place): number => 2 * place.id;
export const value = (place: Place): number => 2 * place.id + 1;

function build(cells: readonly Cell[], places: readonly Place[], links: readonly Link[]): Network {
  const first = 2 * places.length;
  const network = new Network(first + cells.length);
  const vertexOf = new Map<Cell, number>();
  for (const place of places) {
    if (place.parent !== null) network.add(presence(place.parent), presence(place));
    network.add(presence(place), value(place));
  }
  cells.forEach((cell, index) => {
    vertexOf.set(cell, first + index);
    if (cell.kind === 'relevant') network.add(first + index, presence(cell.place));
    if (cell.kind === 'calculation') network.add(first + index, value(cell.place));
  });
  for (const { cell, place } of links) {
    const reader = vertexOf.get(cell);
    if (reader !== undefined) network.add(place.question === null ? presence(place) : value(place), reader);
  }
  return network;
}
