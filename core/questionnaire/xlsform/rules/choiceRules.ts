import type { PyxformRule } from './pyxformRule.ts';
import type { Breach, SurveyRow, WrittenForm, WrittenRow } from './writtenForm.ts';
import { breach, nameOf } from './writtenForm.ts';

const FILE = /\.(?:csv|xml|geojson)$/;
const SHEETS = ['choices', 'external_choices', 'osm'];

interface Select extends SurveyRow {
  readonly type: Extract<SurveyRow['type'], { kind: 'select' }>;
}

const selects = ({ survey }: WrittenForm): readonly Select[] =>
  survey.filter((row): row is Select => row.type.kind === 'select');

const choiceRows = (form: WrittenForm): readonly WrittenRow[] => SHEETS.flatMap((sheet) => form.rows(sheet));

const fromSheet = ({ type }: Select): boolean => !FILE.test(type.list) && !type.list.startsWith('${');

function doubles(form: WrittenForm): readonly Breach[] {
  if (form.setting('allow_choice_duplicates') === 'yes') return [];
  return Array.from(form.lists('choices').values()).flatMap((choices) => {
    const seen = new Set<string>();
    return choices.flatMap((row) => {
      if (seen.has(nameOf(row))) return [breach(row, 'name', 'is in the list already')];
      seen.add(nameOf(row));
      return [];
    });
  });
}

/** Rules about choices and the questions that offer them. */
export const choiceRules: readonly PyxformRule[] = [
  {
    says: 'Every choice has a list_name and a name.',
    source: 'validators/pyxform/choices.validate_and_clean_choices',
    ends: 'refuses',
    breaches: (form) =>
      choiceRows(form).flatMap((row) =>
        ['list_name', 'name']
          .filter((header) => !row.cells.has(header))
          .map((header) => breach(row, header, 'is missing')),
      ),
  },
  {
    says: 'Every choice has a label.',
    source: 'validators/pyxform/choices.validate_and_clean_choices (a warning)',
    ends: 'warns',
    breaches: (form) =>
      form
        .rows('choices')
        .filter(
          ({ cells }) => !Array.from(cells.keys()).some((header) => /^(?:label|media)(?:::|$)/.test(header)),
        )
        .map((row) => breach(row, 'label', 'is missing')),
  },
  {
    says: 'No two choices of a list have the same name, but with the setting allow_choice_duplicates.',
    source: 'validators/pyxform/choices.validate_choice_list',
    ends: 'refuses',
    breaches: doubles,
  },
  {
    says: 'The list of a select or rank is on the sheet choices, that of a select_one_external on external_choices.',
    source: 'xls2json.workbook_to_json ("List name not in choices sheet")',
    ends: 'refuses',
    breaches: (form) => {
      const [near, far] = [form.lists('choices'), form.lists('external_choices')];
      return selects(form)
        .filter(fromSheet)
        .filter(({ type }) => !(type.type === 'select_one_external' ? far : near).has(type.list))
        .map((row) => breach(row, 'type', 'names a list that is not there'));
    },
  },
  {
    says: 'What the types …_from_file name ends in .csv, .xml or .geojson.',
    source: 'validators/pyxform/select_from_file.validate_list_name_extension',
    ends: 'refuses',
    breaches: (form) =>
      selects(form)
        .filter(({ type }) => type.type.endsWith('_from_file') && !FILE.test(type.list))
        .map((row) => breach(row, 'type', 'is no attached list')),
  },
  {
    says: 'Names of choices of a select_multiple have no spaces.',
    source: 'xls2json.workbook_to_json ("Choice names with spaces")',
    ends: 'refuses',
    breaches: (form) => {
      const lists = form.lists('choices');
      const several = new Set(
        selects(form)
          .filter(({ type }) => type.type === 'select_multiple')
          .map(({ type }) => type.list),
      );
      return Array.from(several).flatMap((list) =>
        (lists.get(list) ?? [])
          .filter((row) => nameOf(row).includes(' '))
          .map((row) => breach(row, 'name', 'has a space')),
      );
    },
  },
  {
    says: 'or_other stands beside a list of the sheet choices, and not beside a choice_filter.',
    source: 'xls2json.workbook_to_json ("Choice filter not supported with or_other")',
    ends: 'refuses',
    breaches: (form) =>
      selects(form)
        .filter((row) => row.type.orOther && (row.cells.has('choice_filter') || !fromSheet(row)))
        .map((row) => breach(row, 'choice_filter', 'stands beside or_other')),
  },
  {
    says: 'A select_one_external has a choice_filter.',
    source: 'xls2json.workbook_to_json (a warning)',
    ends: 'warns',
    breaches: (form) =>
      selects(form)
        .filter(({ type, cells }) => type.type === 'select_one_external' && !cells.has('choice_filter'))
        .map((row) => breach(row, 'choice_filter', 'is missing')),
  },
];
