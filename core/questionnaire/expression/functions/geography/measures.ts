import type { Point } from './parsePoints.ts';

/** Metres, at the equator; the sphere that JavaRosa, Web Forms and Enketo compute on. */
const EARTH_RADIUS = 6_378_100;

const radians = (degrees: number): number => (degrees * Math.PI) / 180;
const toCentimetres = (metres: number): number => Math.round(metres * 100) / 100;

/** Metres along the points, by the spherical law of cosines, to the centimetre. */
export function pathLength(points: readonly Point[]): number {
  let length = 0;
  for (let index = 1; index < points.length; index += 1) {
    const [from, to] = [points[index - 1], points[index]];
    if (from !== undefined && to !== undefined) length += distanceBetween(from, to);
  }
  return toCentimetres(length);
}

function distanceBetween(from: Point, to: Point): number {
  const [one, other] = [radians(from.latitude), radians(to.latitude)];
  const turn = radians(from.longitude - to.longitude);
  const cosine = Math.sin(one) * Math.sin(other) + Math.cos(one) * Math.cos(other) * Math.cos(turn);
  return Math.acos(Math.min(1, cosine)) * EARTH_RADIUS;
}

/**
 * Square metres inside the points, closed where they are not, to 0.01; 0 for fewer than three. Chamberlain and Duquette,
 * "Some algorithms for polygons on a sphere" (JPL 2007).
 */
export function enclosedArea(points: readonly Point[]): number {
  if (points.length < 3) return 0;
  let sum = 0;
  points.forEach((from, index) => {
    const to = points[(index + 1) % points.length] ?? from;
    const width = radians(to.longitude - from.longitude);
    sum += width * (2 + Math.sin(radians(from.latitude)) + Math.sin(radians(to.latitude)));
  });
  return toCentimetres(Math.abs((sum * EARTH_RADIUS * EARTH_RADIUS) / 2));
}
