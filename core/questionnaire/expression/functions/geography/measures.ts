import type { Point } from './parsePoints.ts';

/** Metres, at the equator; the sphere that JavaRosa, Web Forms and Enketo compute on. */
const EARTH_RADIUS = 6_378_100;

const radians = (degrees: number): number => (degrees * Math.PI) / 180;
export const toCentimetres = (metres: number): number => Math.round(metres * 100) / 100;

/** Metres along the points, on the sphere. */
export function pathLength(points: readonly Point[]): number {
  let length = 0;
  for (let index = 1; index < points.length; index += 1) {
    const [from, to] = [points[index - 1], points[index]];
    if (from !== undefined && to !== undefined) length += distanceBetween(from, to);
  }
  return length;
}

/** Haversine formula, which keeps its digits for places close together. */
function distanceBetween(from: Point, to: Point): number {
  const [one, other] = [radians(from.latitude), radians(to.latitude)];
  const across = Math.sin((other - one) / 2) ** 2;
  const along = Math.cos(one) * Math.cos(other) * Math.sin(radians(to.longitude - from.longitude) / 2) ** 2;
  return 2 * EARTH_RADIUS * Math.asin(Math.min(1, Math.sqrt(across + along)));
}

/**
 * Square metres inside the points, closed where they are not; 0 for fewer than three. Chamberlain and Duquette,
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
  return Math.abs((sum * EARTH_RADIUS * EARTH_RADIUS) / 2);
}

/**
 * Square metres as ODK Collect has them: on a plane through the first point, with each length of longitude taken at its own
 * latitude, by Gauss's formula for polygons; 0 for fewer than three points.
 */
export function flatArea(points: readonly Point[]): number {
  const [origin] = points;
  if (origin === undefined || points.length < 3) return 0;
  const flat = points.map(({ latitude, longitude }) => ({
    x: radians(longitude - origin.longitude) * EARTH_RADIUS * Math.cos(radians(latitude)),
    y: radians(latitude - origin.latitude) * EARTH_RADIUS,
  }));
  let doubled = 0;
  flat.forEach((from, index) => {
    const to = flat[(index + 1) % flat.length] ?? from;
    doubled += from.y * to.x - from.x * to.y;
  });
  return Math.abs(doubled) / 2;
}
