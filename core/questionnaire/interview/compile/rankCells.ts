import type { CompileProblem } from '../problem.ts';
import { describeCircles } from './circles.ts';
import type { Layout } from './layOut.ts';
import type { Link } from './linkCells.ts';
import { Network } from './network.ts';
import type { Cell, Place } from './place.ts';

/**
 * Orders the cells so that each comes after what it reads, and says which go round in a circle. Reads between instances
 * of one repeat give way where they would close a circle, and so do questions that are relevant by each other's answers ("fill in
 * this one or that one", which JavaRosa runs): such cells may need more than one round.
 */
export function rankCells(layout: Layout, links: readonly Link[], problems: CompileProblem[]): Cell[] {
  const cells: Cell[] = [];
  for (const scope of layout.scopes) {
    for (const cell of scope.cells) if (cell.kind !== 'repeatCount') cells.push(cell);
  }
  let network = build(cells, layout.places, links);
  let sorted = network.sort();
  if (sorted.length < network.size) {
    const firm = links.filter((link) => !link.loose);
    network = build(cells, layout.places, firm);
    sorted = network.sort();
    if (sorted.length < network.size) {
      const knots = mutualKnots(network, cells, layout.places);
      network = build(
        cells,
        layout.places,
        firm.filter(({ cell, place }) => cell.place === place || !knots(cell, place)),
      );
      sorted = network.sort();
    }
  }
  if (sorted.length < network.size) {
    problems.push(...describeCircles(network.circles(sorted), cells, layout.places));
  }
  return ranked(sorted, cells, 2 * layout.places.length);
}

/** Whether a cell and a place lie on a circle of nothing but questions that are relevant by each other's answers. */
function mutualKnots(
  network: Network,
  cells: readonly Cell[],
  places: readonly Place[],
): (cell: Cell, place: Place) => boolean {
  const knots = network.knots();
  const first = 2 * places.length;
  const others = new Set<number>();
  for (const place of places) if (place.kind !== 'question') others.add(knots[presence(place)] ?? 0);
  for (let index = 0; index < cells.length; index += 1)
    if (cells[index]?.kind !== 'relevant') others.add(knots[first + index] ?? 0);
  return (cell, place) => {
    const knot = knots[first + cell.rank] ?? 0;
    return knot === knots[value(place)] && !others.has(knot);
  };
}

function ranked(sorted: Int32Array, cells: readonly Cell[], first: number): Cell[] {
  const found: Cell[] = [];
  for (const vertex of sorted) {
    const cell = vertex < first ? undefined : cells[vertex - first];
    if (cell === undefined) continue;
    cell.rank = found.length;
    found.push(cell);
  }
  return found;
}

/** Two vertices a place: whether it is there (even), and its value (odd). Cells come behind them. */
const presence = (place: Place): number => 2 * place.id;
const value = (place: Place): number => 2 * place.id + 1;

function build(cells: readonly Cell[], places: readonly Place[], links: readonly Link[]): Network {
  const first = 2 * places.length;
  const network = new Network(first + cells.length);
  for (const place of places) {
    if (place.parent !== null) network.add(presence(place.parent), presence(place));
    network.add(presence(place), value(place));
  }
  for (let index = 0; index < cells.length; index += 1) {
    const cell = cells[index];
    if (cell === undefined) continue;
    // Until it is ranked a cell's rank is its position among the cells.
    cell.rank = index;
    if (cell.kind === 'relevant') network.add(first + index, presence(cell.place));
    if (cell.kind === 'calculation') network.add(first + index, value(cell.place));
  }
  for (const { cell, place } of links) {
    network.add(place.question === null ? presence(place) : value(place), first + cell.rank);
  }
  return network;
}
