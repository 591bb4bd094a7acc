import { snakeCase } from '../cellText.ts';
import { readHeaders } from '../headers.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { choiceWords, entityWords, settingWords, surveyWords } from '../vocabulary.ts';
import type { PyxformRule } from './pyxformRule.ts';
import type { Breach, WrittenSheet } from './writtenForm.ts';
import { breach, isXmlName } from './writtenForm.ts';

const WORDS: Readonly<Record<string, Vocabulary>> = {
  survey: surveyWords,
  choices: choiceWords,
  external_choices: choiceWords,
  osm: choiceWords,
  settings: settingWords,
  entities: entityWords,
};

const atHeader = ({ name }: WrittenSheet, column: string, what: string): Breach => ({
  row: undefined,
  sheet: name,
  column,
  what,
});

const missing = (sheet: WrittenSheet, headers: readonly string[]): readonly Breach[] =>
  headers
    .filter((header) => !sheet.headers.includes(header))
    .map((header) => atHeader(sheet, header, 'is missing'));

const NEEDED: Readonly<Record<string, readonly string[]>> = {
  survey: ['type', 'name'],
  choices: ['list_name', 'name'],
  external_choices: ['list_name', 'name'],
  osm: ['list_name', 'name'],
  entities: ['list_name'],
  settings: [],
};

/** Rules about sheets and their headers. */
export const sheetRules: readonly PyxformRule[] = [
  {
    says: 'There is a sheet called survey, and every sheet has a name that forms know: survey, choices, settings, external_choices, osm, entities.',
    source: 'xls2json.workbook_to_json; validators/pyxform/sheet_misspellings',
    ends: 'refuses',
    breaches: ({ sheets }) => [
      ...(sheets.some(({ name }) => name === 'survey')
        ? []
        : [{ row: undefined, sheet: 'survey', column: '', what: 'is missing' }]),
      ...sheets
        .filter(({ name }) => !Object.hasOwn(WORDS, name))
        .map((sheet) => atHeader(sheet, '', 'is no sheet of a form')),
    ],
  },
  {
    says: 'The columns that a sheet cannot do without are there: type and name, list_name and name.',
    source: 'parsing/sheet_headers.dealias_and_group_headers',
    ends: 'refuses',
    breaches: ({ sheets }) => sheets.flatMap((sheet) => missing(sheet, NEEDED[sheet.name] ?? [])),
  },
  {
    says: 'No header stands twice in a sheet, not under another spelling either, and none is empty.',
    source: 'parsing/sheet_headers.process_header ("Duplicate")',
    ends: 'refuses',
    breaches: ({ sheets }) =>
      sheets.flatMap((sheet) => {
        const words = WORDS[sheet.name] ?? surveyWords;
        const seen = new Set<string>();
        return readHeaders(sheet.headers, words)
          .flatMap(({ key, header }) => {
            if (seen.has(key)) return [atHeader(sheet, header, 'stands twice')];
            seen.add(key);
            return [];
          })
          .concat(sheet.headers.includes('') ? [atHeader(sheet, '', 'is empty')] : []);
      }),
  },
  {
    says: 'Headers of the choices sheets that are columns of the data are XML names: no spaces, no brackets.',
    source: 'validators/pyxform/choices.validate_headers; survey._generate_static_instances',
    ends: 'refuses',
    breaches: ({ sheets }) =>
      sheets
        .filter(({ name }) => name === 'choices' || name === 'external_choices')
        .flatMap((sheet) =>
          readHeaders(sheet.headers, choiceWords)
            .filter(({ known, header }) => !known && !isXmlName(header))
            .map(({ header }) => atHeader(sheet, header, 'cannot be an XML element')),
        ),
  },
  {
    says: 'The entities sheet has the columns that it knows only.',
    source: 'entities/entities_parsing.get_validated_entity_declaration',
    ends: 'refuses',
    breaches: ({ sheets }) =>
      sheets
        .filter(({ name }) => name === 'entities')
        .flatMap((sheet) =>
          sheet.headers
            .filter((header) => !entityWords.known.has(snakeCase(header)))
            .map((header) => atHeader(sheet, header, 'is no column of entities')),
        ),
  },
  {
    says: 'No sheet has 20 empty columns or 60 empty rows in a row, behind which pyxform stops reading.',
    source: 'xls2json_backends.get_excel_column_headers, get_excel_rows',
    ends: 'refuses',
    breaches: ({ sheets }) =>
      sheets.flatMap(({ rows }) =>
        rows.filter(({ cells }) => cells.size === 0).map((row) => breach(row, '', 'is empty')),
      ),
  },
  {
    says: 'No cell is longer than the 32,767 characters that spreadsheets hold.',
    source: 'the format itself (ECMA-376), which openpyxl reads',
    ends: 'refuses',
    breaches: ({ sheets }) =>
      sheets.flatMap(({ rows }) =>
        rows.flatMap((row) =>
          Array.from(row.cells)
            .filter(([, text]) => text.length > 32_767)
            .map(([header]) => breach(row, header, 'is too long')),
        ),
      ),
  },
  {
    says: 'Prefixes of bind::, body::, instance:: and attribute:: columns are declared: those of ODK, or in the setting namespaces.',
    source: 'survey.get_nsmap',
    ends: 'refuses',
    breaches: (form) => {
      const own = Array.from(
        (form.setting('namespaces') ?? '').matchAll(/([^\s=]+)\s*=/g),
        ([, prefix]) => prefix,
      );
      const declared = new Set<string | undefined>([...ODK_PREFIXES, ...own]);
      return form.sheets.flatMap((sheet) =>
        sheet.headers
          .filter((header) => !declared.has(PREFIX.exec(header)?.[1] ?? 'odk'))
          .map((header) => atHeader(sheet, header, 'has a prefix that is not declared')),
      );
    },
  },
];

const PREFIX = /^(?:bind|body|instance|attribute)::([^:]+):/;
const ODK_PREFIXES = ['h', 'ev', 'xsd', 'orx', 'odk', 'jr', 'entities', 'xml'];
