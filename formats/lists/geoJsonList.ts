import { err, ok } from '../../core/kernel/index.ts';
import type { Result } from '../../core/kernel/index.ts';
import type { ListRow } from '../../core/questionnaire/index.ts';

interface Feature {
  readonly id?: unknown;
  readonly properties?: Readonly<Record<string, unknown>> | null;
  readonly geometry?: { readonly type?: unknown; readonly coordinates?: unknown } | null;
}

const point = ([longitude, latitude, altitude]: readonly unknown[]): string =>
  [latitude, longitude, altitude, 0].map((part) => String(Number(part ?? 0))).join(' ');

/** A geometry as XForms write places: `lat lon altitude accuracy`, several with semicolons between. */
function geometryText(geometry: Feature['geometry']): string {
  const coordinates = geometry?.coordinates;
  if (!Array.isArray(coordinates)) return '';
  if (geometry?.type === 'Point') return point(coordinates);
  const line: unknown = geometry?.type === 'Polygon' ? coordinates[0] : coordinates;
  if (!Array.isArray(line)) return '';
  return line.map((at: unknown) => (Array.isArray(at) ? point(at) : '')).join(';');
}

/** Features of a GeoJSON file as rows: their properties, with `id` and `geometry`. */
export function geoJsonList(text: string): Result<readonly ListRow[], string> {
  let features: unknown;
  try {
    features = (JSON.parse(text) as { features?: unknown } | null)?.features;
  } catch (error) {
    return err(error instanceof Error ? error.message : String(error));
  }
  if (!Array.isArray(features)) return err('it is no FeatureCollection');
  return ok(
    features.map((feature: Feature): ListRow => {
      const texts = Object.entries(feature.properties ?? {}).map(
        ([key, value]) => [key, asText(value)] as const,
      );
      const row = new Map<string, string>([['geometry', geometryText(feature.geometry)], ...texts]);
      if (feature.id !== undefined) row.set('id', asText(feature.id));
      return Object.fromEntries(row);
    }),
  );
}

const asText = (value: unknown): string =>
  typeof value === 'string' ? value : value === undefined || value === null ? '' : JSON.stringify(value);
