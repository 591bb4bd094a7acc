import type { Definition } from '../../definition/index.ts';
import type { Sheet } from '../workbook.ts';
import { CHOICE_ORDER, choiceRows, generatedRows } from './choiceRows.ts';
import { ElementRows, SURVEY_ORDER } from './elementRows.ts';
import { ENTITY_ORDER, entityRows, SETTINGS_ORDER, settingsRow } from './formRows.ts';
import { LanguageHeaders } from './languageHeaders.ts';
import type { RowWriter } from './sheetRows.ts';
import { sheetOf } from './sheetRows.ts';

/** What no other cell says, by the object of the definition that it belongs to. */
export type More = ReadonlyMap<object, string>;

/** The sheets of a definition; those without rows are left out. */
export function sheetsOf(definition: Definition, more: More): readonly Sheet[] {
  const languages = new LanguageHeaders(definition);
  const moreOf = (held: object): string | undefined => more.get(held);
  const elements = new ElementRows(moreOf);
  elements.add(definition.elements);
  const choices = [
    ...choiceRows(definition.choices, moreOf),
    ...generatedRows(elements.generated, definition.defaultLanguage),
  ];
  const exact = elements.rows.some(({ cells }) => cells.some(({ text }) => / {2}/.test(text)));
  const settings = settingsRow(definition, languages, { exact, more: more.get(definition) });
  const sheets: readonly (readonly [string, readonly string[], readonly RowWriter[]])[] = [
    ['survey', SURVEY_ORDER, elements.rows],
    ['choices', CHOICE_ORDER, choices],
    ['settings', SETTINGS_ORDER, [settings]],
    ['external_choices', CHOICE_ORDER, choiceRows(definition.externalChoices, moreOf)],
    ['osm', CHOICE_ORDER, choiceRows(definition.osmTags, moreOf)],
    ['entities', ENTITY_ORDER, entityRows(definition.entities)],
  ];
  return sheets
    .filter(([name, , rows]) => name === 'survey' || rows.length > 0)
    .map(([name, order, rows]) => sheetOf(name, order, rows, languages));
}
