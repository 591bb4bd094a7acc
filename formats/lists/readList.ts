import { err, ok } from '../../core/kernel/index.ts';
import type { Result } from '../../core/kernel/index.ts';
import { listDocument } from '../../core/questionnaire/index.ts';
import type { AttachedLists, ListRow } from '../../core/questionnaire/index.ts';
import { endingOf } from '../fileName.ts';
import { readCsvRows } from '../workbook/csvWorkbook.ts';
import { readXml } from '../xml/readXml.ts';
import { geoJsonList } from './geoJsonList.ts';

/** Rows of a CSV list by its headers. */
function csvList(text: string): readonly ListRow[] {
  const [headers = [], ...rows] = readCsvRows(text);
  return rows
    .filter((cells) => cells.some((cell) => cell !== ''))
    .map((cells) => Object.fromEntries(headers.map((header, index) => [header.trim(), cells[index] ?? ''])));
}

/** True for the files that a form may take lists from. */
export const isListFile = (name: string): boolean => ['.csv', '.xml', '.geojson'].includes(endingOf(name));

/** The list in a file that lies beside a form: CSV, GeoJSON or XML, by its name. The error begins with the name as given. */
export function readList(name: string, text: string): Result<AttachedLists[string], string> {
  switch (endingOf(name)) {
    case '.csv':
      return ok(listDocument(csvList(text)));
    case '.geojson': {
      const rows = geoJsonList(text);
      return rows.ok ? ok(listDocument(rows.value)) : err(`${name}: ${rows.error}`);
    }
    default: {
      const document = readXml(text);
      return document.ok ? document : err(`${name}: ${document.error}`);
    }
  }
}
