/** Degrees; altitude and accuracy play no part. */
export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)$/;

/** The points of `lat lon [altitude [accuracy]]; ...`. Undefined when any is no place on Earth; blank texts are no points. */
export function parsePoints(texts: readonly string[]): readonly Point[] | undefined {
  const points: Point[] = [];
  for (const text of texts) {
    for (const part of withoutLastSemicolon(text).split(';')) {
      const point = parsePoint(part);
      if (point === undefined) return undefined;
      points.push(point);
    }
  }
  return points;
}

const withoutLastSemicolon = (text: string): string => text.trim().replace(/;\s*$/, '');

export function parsePoint(text: string): Point | undefined {
  const parts = text.trim().split(/\s+/);
  if (parts.length < 2 || parts.length > 4 || !parts.every((part) => NUMBER.test(part))) return undefined;
  const [latitude, longitude] = [Number(parts[0]), Number(parts[1])];
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : undefined;
}
