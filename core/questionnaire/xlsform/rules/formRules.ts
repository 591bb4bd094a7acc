import { readHeaders } from '../headers.ts';
import { textColumnsOf } from '../textColumns.ts';
import { choiceWords, surveyWords } from '../vocabulary.ts';
import type { PyxformRule } from './pyxformRule.ts';
import type { Breach } from './writtenForm.ts';
import { breach, isXmlName } from './writtenForm.ts';

const YES_NO = [
  'clean_text_values',
  'client_editable',
  'allow_choice_duplicates',
  'omit_instanceID',
  'add_none_option',
];

/** pyxform translates it without looking whether all languages are there. */
const UNCHECKED = 'bind::jr:noAppErrorString';

/** Rules about the form as a whole: settings, languages, entities. */
export const formRules: readonly PyxformRule[] = [
  {
    says: 'The settings sheet has one row, with form_id and form_title.',
    source: 'xls2json.workbook_to_json',
    ends: 'refuses',
    breaches: (form): readonly Breach[] => {
      const [row, ...others] = form.rows('settings');
      if (row === undefined) return [{ row, sheet: 'settings', column: '', what: 'is missing' }];
      const missing = ['form_id', 'form_title'].filter((header) => !row.cells.has(header));
      return [
        ...missing.map((header) => breach(row, header, 'is missing')),
        ...others.map((other) => breach(other, '', 'is a second row')),
      ];
    },
  },
  {
    says: 'Settings that are yes or no say yes, no, true or false.',
    source: 'aliases.yes_no',
    ends: 'refuses',
    breaches: (form) =>
      form
        .rows('settings')
        .flatMap((row) =>
          YES_NO.filter((header) => !/^(?:yes|no|true|false)?$/i.test(row.cells.get(header) ?? '')).map(
            (header) => breach(row, header, 'is neither yes nor no'),
          ),
        ),
  },
  {
    says: 'public_key and omit_instanceID do not stand together.',
    source: 'survey.validate ("Cannot omit instanceID")',
    ends: 'refuses',
    breaches: (form) =>
      form
        .rows('settings')
        .filter(
          ({ cells }) =>
            cells.has('public_key') && /^(?:yes|true)$/i.test(cells.get('omit_instanceID') ?? ''),
        )
        .map((row) => breach(row, 'public_key', 'stands beside omit_instanceID')),
  },
  {
    says: 'A text that has a column for one language has one for every language of the sheet.',
    source: 'validators/pyxform/translations_checks.SheetTranslations (a warning)',
    ends: 'warns',
    breaches: ({ sheets }) =>
      sheets
        .filter(({ name }) => name === 'survey' || name === 'choices')
        .flatMap((sheet) => {
          const words = sheet.name === 'survey' ? surveyWords : choiceWords;
          const texts = Array.from(
            textColumnsOf(readHeaders(sheet.headers, words), words.translated).values(),
          );
          const languages = new Set(
            texts.flatMap(({ translations }) => translations.map(({ language }) => language)),
          );
          return texts
            .filter(({ base, translations }) => base !== UNCHECKED && translations.length < languages.size)
            .map(({ base }) => ({
              row: undefined,
              sheet: sheet.name,
              column: base,
              what: 'lacks a language',
            }));
        }),
  },
  {
    says: 'The default language is one that headers name.',
    source: 'survey._setup_translations',
    ends: 'warns',
    breaches: (form) => {
      const language = form.setting('default_language');
      const [row] = form.rows('settings');
      const headers = form.sheets.flatMap((sheet) => sheet.headers);
      const isSpoken =
        headers.some((header) => header.endsWith(`::${language ?? ''}`)) ||
        headers.every((header) => !/^label(?:::|$)/.test(header));
      return language === undefined || row === undefined || isSpoken
        ? []
        : [breach(row, 'default_language', 'is not spoken')];
    },
  },
  {
    says: 'Entity lists have names that are XML names, without full stops and without __ at the beginning.',
    source: 'entities/entities_parsing.get_validated_dataset_name',
    ends: 'refuses',
    breaches: (form) =>
      form
        .rows('entities')
        .filter(({ cells }) => {
          const list = cells.get('list_name') ?? '';
          return !isXmlName(list) || list.includes('.') || list.startsWith('__');
        })
        .map((row) => breach(row, 'list_name', 'cannot be the name of an entity list')),
  },
  {
    says: 'An entity that is created has a label; one that is updated has an entity_id.',
    source: 'entities/entities_parsing (the table of create_if, update_if, entity_id)',
    ends: 'refuses',
    breaches: (form) =>
      form
        .rows('entities')
        .filter(({ cells }) => {
          const has = (column: string): boolean => cells.has(column);
          return (
            (has('update_if') && !has('entity_id')) ||
            (!has('entity_id') && !has('label')) ||
            (has('entity_id') && has('create_if') && !has('update_if'))
          );
        })
        .map((row) => breach(row, 'label', 'does not fit the other columns')),
  },
  {
    says: 'Answers are saved to properties that entities may have: XML names, not name or label, not beginning with __; groups and repeats are not saved.',
    source: 'entities/entities_parsing.validate_entity_saveto',
    ends: 'refuses',
    breaches: ({ survey }) =>
      survey
        .filter(({ cells }) => cells.has('save_to'))
        .filter(({ cells, type }) => {
          const property = (cells.get('save_to') ?? '').split('#').at(-1) ?? '';
          const kept = ['name', 'label'].includes(property.toLowerCase()) || property.startsWith('__');
          return type.kind === 'begin' || type.kind === 'end' || kept || !isXmlName(property);
        })
        .map((row) => breach(row, 'save_to', 'is no property')),
  },
];
