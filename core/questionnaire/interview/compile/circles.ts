import type { CompileProblem } from '../problem.ts';
import type { Cell, Place } from './place.ts';

/** Names the cells on each circle of the network, in an author's words. */
export function describeCircles(
  circles: readonly (readonly number[])[],
  cells: readonly Cell[],
  places: readonly Place[],
): CompileProblem[] {
  return circles.flatMap((circle) => {
    const on = circle.flatMap((vertex) => cells[vertex - 2 * places.length] ?? []);
    const [first] = on;
    if (first === undefined) return [];
    const chain = [...on, first]
      .map((cell) => `${cell.kind} of ${cell.place.path}`)
      .join(', which is read by the ');
    const message = `This depends on itself: ${chain}. Take one of these references out to break the circle.`;
    return [{ path: first.place.path, column: first.kind, message }];
  });
}
