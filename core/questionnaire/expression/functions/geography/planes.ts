import type { Point } from './parsePoints.ts';

/** Whether the point lies inside the closed shape: W. R. Franklin's ray crossing, on plain latitude and longitude. */
export function isInside(point: Point, shape: readonly Point[]): boolean {
  let inside = false;
  for (const [from, to] of segmentsOf(shape)) {
    if (to.latitude > point.latitude === from.latitude > point.latitude) continue;
    const slope = (from.longitude - to.longitude) / (from.latitude - to.latitude);
    if (point.longitude < slope * (point.latitude - to.latitude) + to.longitude) inside = !inside;
  }
  return inside;
}

/** Whether the last point is the first again, as a geoshape has it. */
export const isClosed = (points: readonly Point[]): boolean =>
  points.length > 3 && samePlace(points[0], points.at(-1));

/** Whether two segments that are not neighbours cross or touch. */
export function crossesItself(points: readonly Point[]): boolean {
  const segments = segmentsOf(points);
  const closed = isClosed(points);
  return segments.some((one, index) =>
    segments.slice(index + 1).some((other, offset) => {
      const neighbours = offset === 0 || (closed && index === 0 && index + offset + 2 === segments.length);
      return neighbours ? foldsBack(one, other) : meet(one, other);
    }),
  );
}

type Segment = readonly [Point, Point];

function segmentsOf(points: readonly Point[]): readonly Segment[] {
  return points.slice(1).flatMap((to, index): Segment[] => {
    const from = points[index];
    return from === undefined ? [] : [[from, to]];
  });
}

const samePlace = (one: Point | undefined, other: Point | undefined): boolean =>
  one?.latitude === other?.latitude && one?.longitude === other?.longitude;

/** Twice the signed area of the triangle: its sign tells the side on which the third point lies. */
const side = (from: Point, to: Point, point: Point): number =>
  Math.sign(
    (to.longitude - from.longitude) * (point.latitude - from.latitude) -
      (to.latitude - from.latitude) * (point.longitude - from.longitude),
  );

const between = (from: Point, to: Point, point: Point): boolean =>
  Math.min(from.longitude, to.longitude) <= point.longitude &&
  point.longitude <= Math.max(from.longitude, to.longitude) &&
  Math.min(from.latitude, to.latitude) <= point.latitude &&
  point.latitude <= Math.max(from.latitude, to.latitude);

function meet([a, b]: Segment, [c, d]: Segment): boolean {
  const sides = [side(a, b, c), side(a, b, d), side(c, d, a), side(c, d, b)];
  if (sides[0] !== sides[1] && sides[2] !== sides[3]) return true;
  return (
    (sides[0] === 0 && between(a, b, c)) ||
    (sides[1] === 0 && between(a, b, d)) ||
    (sides[2] === 0 && between(c, d, a)) ||
    (sides[3] === 0 && between(c, d, b))
  );
}

/** Neighbours share a point, which is no crossing unless one runs back over the other. */
function foldsBack(one: Segment, other: Segment): boolean {
  const [a, b] = one;
  const [c, d] = other;
  const far = samePlace(b, c) ? d : c;
  const near = samePlace(b, c) ? a : b;
  return side(a, b, far) === 0 && (between(a, b, far) || between(c, d, near)) && !samePlace(far, near);
}
