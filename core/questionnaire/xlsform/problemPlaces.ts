import type { Definition, Problem } from '../definition/index.ts';
import type { Findings, Place } from './findings.ts';
import type { NotRun } from './notRun/told.ts';
import type { Languages } from './languages.ts';
import type { Origins } from './origins.ts';
import type { Table } from './table.ts';

/** Columns of the definition that have another name in the sheets: key of the column, and what authors know it by. */
const sheetColumns: Readonly<Record<string, string>> = {
  relevant: 'bind::relevant',
  readOnly: 'bind::readonly',
  required: 'bind::required',
  requiredMessage: 'bind::jr:requiredMsg',
  constraint: 'bind::constraint',
  constraintMessage: 'bind::jr:constraintMsg',
  calculation: 'bind::calculate',
  dynamicDefault: 'default',
  triggers: 'trigger',
  choices: 'type',
  choicesFrom: 'type',
  file: 'type',
  orOther: 'type',
  choiceFilter: 'choice_filter',
  saveTo: 'bind::entities:saveto',
  appearance: 'control::appearance',
  repeatCount: 'control::jr:count',
  guidanceHint: 'guidance_hint',
  'media/image': 'media::image',
  'media/bigImage': 'media::big-image',
  'media/audio': 'media::audio',
  'media/video': 'media::video',
  media: 'media::image',
  warning: 'earshot_warning',
  warningMessage: 'earshot_warning_message',
  entityId: 'entity_id',
  createIf: 'create_if',
  updateIf: 'update_if',
  list: 'list_name',
  minimumSeconds: 'minimum_seconds',
  'settings/instanceName': 'instance_name',
  'settings/publicKey': 'public_key',
  'settings/submissionUrl': 'submission_url',
  'settings/clientEditable': 'client_editable',
  'settings/autoSend': 'auto_send',
  'settings/autoDelete': 'auto_delete',
  'settings/style': 'style',
  defaultLanguage: 'default_language',
};

/** Columns that are kept word for word, by where the definition keeps them. */
const attributeGroups: Readonly<Record<string, string>> = {
  body: 'control::',
  bind: 'bind::',
  'settings/extra': '',
};

/** How messages of the checks name columns -> how spreadsheets do. */
const spokenNames: Readonly<Record<string, string>> = {
  dynamicDefault: 'default',
  requiredMessage: 'required_message',
  constraintMessage: 'constraint_message',
  warningMessage: 'earshot_warning_message',
  triggers: 'trigger',
  readOnly: 'read_only',
  choiceFilter: 'choice_filter',
  saveTo: 'save_to',
  repeatCount: 'repeat_count',
  orOther: 'or_other',
  externalChoices: 'external_choices',
  osmTags: 'osm',
  entityId: 'entity_id',
  createIf: 'create_if',
  updateIf: 'update_if',
};

const inSheetWords = (message: string): string =>
  message.replace(/"([a-zA-Z]+)"/g, (whole, word: string) =>
    Object.hasOwn(spokenNames, word) ? `"${spokenNames[word] ?? word}"` : whole,
  );

/** Reported by the reading of the sheets itself, or better left unsaid cell by cell. */
function isTold({ code, pointer, column }: Problem): boolean {
  if (code === 'missingTranslation' || code === 'emptyChoices') return true;
  if (code === 'missingLabel') return pointer.startsWith('/choices') || column === 'label';
  return code === 'missingChoices' && column === 'choices';
}

/** A column of the definition, and the language when it is one translation: `label/fr`. */
function splitColumn(column: string): readonly [key: string, language: string | undefined] {
  const known = Object.hasOwn(sheetColumns, column) ? sheetColumns[column] : undefined;
  if (known !== undefined) return [known, undefined];
  const [, group = '', name = ''] = /^(body|bind|settings\/extra)\/(.*)$/.exec(column) ?? [];
  if (group !== '') return [`${attributeGroups[group] ?? ''}${name}`, undefined];
  const cut = column.lastIndexOf('/');
  if (cut < 0) return [column, undefined];
  const base = column.slice(0, cut);
  return [
    (Object.hasOwn(sheetColumns, base) ? sheetColumns[base] : undefined) ?? base,
    column.slice(cut + 1),
  ];
}

/** Says the problems of a definition about the cells it was read from. */
export class ProblemPlaces {
  constructor(
    private readonly definition: Definition,
    private readonly origins: Origins,
    private readonly survey: string,
    private readonly settings: Table | undefined,
    private readonly languages: Languages,
  ) {}

  report(problems: readonly Problem[], findings: Findings): void {
    const untold = problems
      .filter(
        (problem) => !isTold(problem) || (problem.code === 'missingLabel' && this.isRepeat(problem.pointer)),
      )
      .map((problem) => ({ ...problem, at: this.place(problem) }))
      // What the reading of the sheets says of the cell is nearer to what its author wrote.
      .filter(
        ({ severity, at }) =>
          (at.column ?? '') === '' || severity !== 'error' || !findings.tells('error', at),
      );
    for (const { severity, at, message } of untold) findings.add(severity, at, inSheetWords(message));
  }

  /** Tells what is not run, but where a better reason was given for the same cell's type. */
  reportNotRun(found: readonly NotRun[], findings: Findings): void {
    const places = found.map((each) => ({ ...each, at: this.place(each) }));
    const untold = places.filter(({ column, at }) => column !== 'type' || !findings.tells('unsupported', at));
    for (const { at, message } of untold) findings.unsupported(at, message);
  }

  private isRepeat(pointer: string): boolean {
    const at = this.walk(pointer.replace(/\/label$/, ''));
    return typeof at.at(-1) === 'object' && (at.at(-1) as { type?: unknown }).type === 'repeat';
  }

  /** The values along a pointer. */
  private walk(pointer: string): readonly unknown[] {
    const values: unknown[] = [this.definition];
    for (const key of pointer.split('/').slice(1)) {
      const at = values.at(-1);
      const name = key.replaceAll('~1', '/').replaceAll('~0', '~');
      if (typeof at !== 'object' || at === null || !Object.hasOwn(at, name)) break;
      values.push((at as Record<string, unknown>)[name]);
    }
    return values;
  }

  private header({ columns }: Table, key: string, language: string | undefined): string {
    const spoken = columns.filter((column) => column.key === key || column.key.startsWith(`${key}::`));
    const translated = spoken.find(
      (column) => column.key !== key && this.languages.code(column.parts.at(-1) ?? '') === language,
    );
    const found = translated ?? spoken.find((column) => column.key === key) ?? spoken[0];
    return found?.header ?? key.replace(/^.*::/, '');
  }

  private place({ pointer, column }: Pick<Problem, 'pointer' | 'column'>): Place {
    const [key, language] = splitColumn(column);
    for (const found of this.walk(pointer).toReversed()) {
      // A list is where its first choice stands.
      const value: unknown = /^\/choices\/[^/]+$/.test(pointer) && Array.isArray(found) ? found[0] : found;
      const origin = typeof value === 'object' && value !== null ? this.origins.of(value) : undefined;
      if (origin === undefined) continue;
      return {
        sheet: origin.table.sheet,
        row: origin.row,
        column: key === '' ? '' : this.header(origin.table, key, language),
      };
    }
    if (/^\/(?:settings|root|defaultLanguage|id|version|title|languages)\b/.test(pointer)) {
      const row = this.settings?.rows[0]?.number ?? 0;
      const name = key === 'root' ? 'name' : key;
      return {
        sheet: this.settings?.sheet ?? '',
        row,
        column: this.settings === undefined ? '' : this.header(this.settings, name, undefined),
      };
    }
    return { sheet: this.survey, row: 0, column: '' };
  }
}
