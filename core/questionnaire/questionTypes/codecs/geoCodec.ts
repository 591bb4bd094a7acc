import { ok } from '../../../kernel/index.ts';
import type { GeoPoint } from '../answerValue.ts';
import type { Codec } from './codec.ts';
import { malformed } from './codec.ts';
import { decimalCodec, numberText } from './numberCodec.ts';

/** Points of one trace or shape; a day's walk at one point a second. */
const MOST_POINTS = 100_000;

function pointOf(parts: readonly unknown[]): GeoPoint | undefined {
  if (parts.length < 2 || parts.length > 4) return undefined;
  const numbers: number[] = [];
  for (const part of parts) {
    const number = decimalCodec.decode(part);
    if (!number.ok || number.value === null) return undefined;
    numbers.push(number.value);
  }
  const [latitude = 0, longitude = 0, altitude = 0, accuracy = 0] = numbers;
  if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180 || accuracy < 0) return undefined;
  return { latitude, longitude, altitude, accuracy };
}

function readPoint(raw: unknown): GeoPoint | undefined {
  if (typeof raw === 'string') return raw.length > 2000 ? undefined : pointOf(raw.trim().split(/\s+/));
  if (typeof raw !== 'object' || raw === null || !('latitude' in raw) || !('longitude' in raw))
    return undefined;
  const altitude = 'altitude' in raw ? raw.altitude : 0;
  const accuracy = 'accuracy' in raw ? raw.accuracy : 0;
  return pointOf([raw.latitude, raw.longitude, altitude, accuracy]);
}

const pointText = ({ latitude, longitude, altitude, accuracy }: GeoPoint): string =>
  [latitude, longitude, altitude, accuracy].map(numberText).join(' ');

/** `latitude longitude altitude accuracy`; the last two are 0 when unknown. */
export const geopointCodec: Codec<GeoPoint> = {
  decode: (raw) => {
    if (typeof raw === 'string' && raw.trim() === '') return ok(null);
    const point = readPoint(raw);
    return point === undefined ? malformed : ok(point);
  },
  encode: pointText,
  column: 'text',
  cell: pointText,
};

const traceText = (points: readonly GeoPoint[]): string => points.map(pointText).join('; ');

/** Points separated by semicolons. */
export const geotraceCodec: Codec<readonly GeoPoint[]> = {
  decode: (raw) => {
    const parts: readonly unknown[] | undefined =
      typeof raw === 'string'
        ? raw.split(';').filter((part) => part.trim() !== '')
        : Array.isArray(raw)
          ? raw
          : undefined;
    if (parts === undefined || parts.length > MOST_POINTS) return malformed;
    const points: GeoPoint[] = [];
    for (const part of parts) {
      const point = readPoint(part);
      if (point === undefined) return malformed;
      points.push(point);
    }
    return ok(points.length === 0 ? null : points);
  },
  encode: traceText,
  column: 'text',
  cell: traceText,
};
