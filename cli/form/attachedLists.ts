import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { err, ok } from '../../core/kernel/index.ts';
import type { Result } from '../../core/kernel/index.ts';
import { listDocument } from '../../core/questionnaire/index.ts';
import type { AttachedLists, Definition, ListRow } from '../../core/questionnaire/index.ts';
import { readXml } from '../xml/readXml.ts';
import { readCsvRows } from './csvWorkbook.ts';

const LARGEST = 64 * 2 ** 20;

/** Rows of a CSV list by its headers. */
function csvList(text: string): readonly ListRow[] {
  const [headers = [], ...rows] = readCsvRows(text);
  return rows
    .filter((cells) => cells.some((cell) => cell !== ''))
    .map((cells) => Object.fromEntries(headers.map((header, index) => [header.trim(), cells[index] ?? ''])));
}

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
function geoJsonList(text: string): Result<readonly ListRow[], string> {
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

async function readList(path: string): Promise<Result<AttachedLists[string], string>> {
  const text = await readFile(path, 'utf8');
  switch (extname(path).toLowerCase()) {
    case '.csv':
      return ok(listDocument(csvList(text)));
    case '.geojson': {
      const rows = geoJsonList(text);
      return rows.ok ? ok(listDocument(rows.value)) : err(`${path}: ${rows.error}`);
    }
    default: {
      const document = readXml(text);
      return document.ok ? document : err(`${path}: ${document.error}`);
    }
  }
}

/** Names of the files that a form may ask for, without their folders. */
function wantedNames(definition: Definition): (name: string) => boolean {
  const said = JSON.stringify(definition);
  return (name) => said.includes(basename(name, extname(name)));
}

/**
 * The lists that lie beside a form, in its folder or in `NAME-media`, by the name that instance() and pulldata() know them by.
 * Only those that the form speaks of are read.
 */
export async function listsBeside(
  form: string,
  definition: Definition,
): Promise<Result<AttachedLists, string>> {
  const folders = [dirname(form), join(dirname(form), `${basename(form, extname(form))}-media`)];
  const lists: [string, AttachedLists[string]][] = [];
  const isWanted = wantedNames(definition);
  for (const folder of folders) {
    const names = await readdir(folder).catch(() => []);
    for (const name of names) {
      const path = join(folder, name);
      if (!/\.(?:csv|xml|geojson)$/i.test(name) || path === form || !isWanted(name)) continue;
      const { size } = await stat(path);
      if (size > LARGEST) return err(`${path} is larger than ${LARGEST / 2 ** 20} MB.`);
      const list = await readList(path);
      if (!list.ok) return list;
      lists.push([basename(name, extname(name)), list.value]);
    }
  }
  return ok(Object.fromEntries(lists));
}
