import { pipedNames } from '../../definition/pipedNames.ts';
import { MORE } from '../more.ts';
import { brokenReference } from '../references.ts';
import type { PyxformRule } from './pyxformRule.ts';
import type { Breach, SurveyRow, WrittenForm } from './writtenForm.ts';
import { breach, isXmlName, nameOf } from './writtenForm.ts';

const named = ({ survey }: WrittenForm): readonly SurveyRow[] =>
  survey.filter(({ type }) => type.kind !== 'end');

/** Rows whose name has been met before; `scope` says among which rows. */
function twice(
  rows: readonly SurveyRow[],
  scope: (row: SurveyRow) => string,
  what: string,
): readonly Breach[] {
  const seen = new Set<string>();
  return rows.flatMap((row) => {
    const key = scope(row);
    if (seen.has(key)) return [breach(row, 'name', what)];
    seen.add(key);
    return [];
  });
}

const place = ({ within }: SurveyRow): string => JSON.stringify(within);

/** Nodes that pyxform adds by itself, and may be referred to. */
function knownNames(form: WrittenForm): ReadonlySet<string> {
  const names = new Set(['instanceID', 'instanceName', form.setting('name') ?? 'data']);
  for (const row of named(form)) {
    names.add(nameOf(row));
    if (row.type.kind === 'select' && row.type.orOther) names.add(`${nameOf(row)}_other`);
    if (row.cells.has('repeat_count')) names.add(`${nameOf(row)}_count`);
  }
  return names;
}

const cellsWithNames = (
  form: WrittenForm,
): readonly (readonly [row: SurveyRow, header: string, text: string])[] =>
  form.survey.flatMap((row) =>
    Array.from(row.cells)
      .filter(([header, text]) => header !== MORE && text.includes('${'))
      .map(([header, text]) => [row, header, text] as const),
  );

/** Further columns of choices are data, in which anything may stand. */
const isRead = (sheet: string, header: string): boolean =>
  header !== MORE && (sheet === 'survey' || /^(?:label|media)(?:::|$)/.test(header));

/** Rules about names and what refers to them. */
export const nameRules: readonly PyxformRule[] = [
  {
    says: 'Every question, group and repeat has a name.',
    source: 'xls2json.workbook_to_json ("Question or group with no name")',
    ends: 'refuses',
    breaches: (form) =>
      named(form)
        .filter((row) => nameOf(row) === '')
        .map((row) => breach(row, 'name', 'is missing')),
  },
  {
    says: 'Names are XML names with one prefix at most.',
    source: 'parsing/expression.is_xml_tag ("Invalid question name")',
    ends: 'refuses',
    breaches: (form) =>
      named(form)
        .filter((row) => !isXmlName(nameOf(row)))
        .map((row) => breach(row, 'name', 'cannot be an XML element')),
  },
  {
    says: 'No two siblings have the same name.',
    source: 'validators/pyxform/unique_names.validate_question_group_repeat_name',
    ends: 'refuses',
    breaches: (form) => twice(named(form), (row) => `${place(row)} ${nameOf(row)}`, 'is taken'),
  },
  {
    says: 'No two siblings have names that differ in capitals only.',
    source: 'validators/pyxform/unique_names.validate_question_group_repeat_name (a warning)',
    ends: 'warns',
    breaches: (form) =>
      twice(named(form), (row) => `${place(row)} ${nameOf(row).toLowerCase()}`, 'differs in capitals only'),
  },
  {
    says: 'No two repeats of a form have the same name, nor that of the form’s root.',
    source: 'validators/pyxform/unique_names.validate_repeat_name',
    ends: 'refuses',
    breaches: (form) => {
      const repeats = form.survey.filter(({ type }) => type.kind === 'begin' && type.control === 'repeat');
      const root = form.setting('name') ?? 'data';
      return [
        ...twice(repeats, nameOf, 'is another repeat'),
        ...repeats.filter((row) => nameOf(row) === root).map((row) => breach(row, 'name', 'is the root')),
      ];
    },
  },
  {
    says: 'The name meta is kept for the facts about a response.',
    source: 'validators/pyxform/unique_names ("meta" is reserved)',
    ends: 'refuses',
    breaches: (form) =>
      form.survey
        .filter((row) => row.within.length === 0 && nameOf(row) === 'meta')
        .map((row) => breach(row, 'name', 'is kept')),
  },
  {
    says: 'The root’s name, in the setting name, is an XML name.',
    source: 'survey_element.validate ("Invalid form name")',
    ends: 'refuses',
    breaches: (form) => {
      const name = form.setting('name');
      const [row] = form.rows('settings');
      return name === undefined || row === undefined || isXmlName(name)
        ? []
        : [breach(row, 'name', 'cannot be an XML element')];
    },
  },
  {
    says: 'What begins with ${ is a reference: a name between ${ and }.',
    source: 'validators/pyxform/pyxform_reference.validate_pyxform_reference_syntax',
    ends: 'refuses',
    breaches: (form) =>
      form.sheets.flatMap(({ rows }) =>
        rows.flatMap((row) =>
          Array.from(row.cells)
            .filter(([header, text]) => isRead(row.sheet, header) && brokenReference(text) !== undefined)
            .map(([header]) => breach(row, header, 'is no reference')),
        ),
      ),
  },
  {
    says: 'References in the survey name a question, group or repeat of the form.',
    source: 'survey._var_repl_function ("There is no survey element with this name")',
    ends: 'refuses',
    breaches: (form) => {
      const names = knownNames(form);
      return cellsWithNames(form)
        .filter(([, , text]) => pipedNames(text).some(({ name }) => !names.has(name)))
        .map(([row, header]) => breach(row, header, 'refers to nothing'));
    },
  },
  {
    says: 'References mean one element only.',
    source: 'survey._var_repl_function ("There are multiple survey elements with this name")',
    ends: 'refuses',
    breaches: (form) => {
      const counts = new Map<string, number>();
      for (const row of named(form)) counts.set(nameOf(row), (counts.get(nameOf(row)) ?? 0) + 1);
      return cellsWithNames(form)
        .filter(([, , text]) => pipedNames(text).some(({ name }) => (counts.get(name) ?? 0) > 1))
        .map(([row, header]) => breach(row, header, 'refers to several'));
    },
  },
];
