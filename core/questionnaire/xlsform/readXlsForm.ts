import type { Definition, Text } from '../definition/index.ts';
import { checkDefinition } from '../definition/index.ts';
import { checkAttributeNames } from './attributeNames.ts';
import type { ChoiceLists } from './choices.ts';
import { readChoiceLists } from './choices.ts';
import { compact, unlessEmpty } from './compact.ts';
import { isGenerated } from './generatedList.ts';
import { readEntities } from './entities.ts';
import { CrossChecks, questionsOf } from './crossChecks.ts';
import { Findings } from './findings.ts';
import { Languages } from './languages.ts';
import { warnOfMissingColumns } from './missingColumns.ts';
import { warnOfMistyped } from './mistypedColumns.ts';
import { notRun } from './notRun/notRun.ts';
import { Origins } from './origins.ts';
import { ProblemPlaces } from './problemPlaces.ts';
import { withMore } from './more.ts';
import type { FormSettings } from './settings.ts';
import { addOthers } from './selects.ts';
import { SettingsReader } from './settings.ts';
import { spellingOf } from './spelling.ts';
import type { SheetName } from './sheets.ts';
import { Sheets } from './sheets.ts';
import { SurveyReader } from './survey.ts';
import { settingsOfSurvey } from './surveySettings.ts';
import type { Table } from './table.ts';
import { readTable } from './table.ts';
import type { Vocabulary } from './vocabulary.ts';
import { choiceWords, entityWords, settingWords, surveyWords } from './vocabulary.ts';
import type { Finding, Workbook } from './workbook.ts';

export interface XlsFormReading {
  /** The questionnaire, or null when there are errors. */
  readonly definition: Definition | null;
  readonly findings: readonly Finding[];
  /** Questions read and codes of the languages, also of a form with errors. */
  readonly questions: number;
  readonly languages: readonly string[];
}

/** Tables of one workbook, with what reading them found. */
interface Tables {
  readonly survey: Table;
  readonly choices: Table | undefined;
  readonly external: Table | undefined;
  readonly osm: Table | undefined;
  readonly entities: Table | undefined;
  readonly settings: Table | undefined;
}

const idOf = (fileName: string): string =>
  fileName
    .replace(/^.*[/\\]/, '')
    .replace(/\.[^.]*$/, '')
    .slice(0, 249) || 'data';

/** Types of ours bring such lists with them into a spreadsheet. */
const withoutGenerated = (lists: ChoiceLists): ChoiceLists =>
  Object.fromEntries(Object.entries(lists).filter(([list]) => !isGenerated(list)));

/** Reads one workbook. Everything wrong with it is told, not only the first thing. */
/** Ten times the longest questionnaire we have seen; more is a sheet of data, and would take long to say so. */
const MOST_QUESTIONS = 20_000;

class FormReader {
  private readonly findings = new Findings();
  private readonly origins = new Origins();
  private readonly sheets: Sheets;

  constructor(
    private readonly workbook: Workbook,
    private readonly fileName: string,
  ) {
    this.sheets = new Sheets(workbook, this.findings);
    for (const { severity, message, ...place } of workbook.findings ?? []) {
      if (this.sheets.isOfForm(place.sheet)) this.findings.add(severity, place, message);
    }
  }

  read(): XlsFormReading {
    const settingsTable = this.table('settings', settingWords, false);
    const early = new SettingsReader(settingsTable, new Findings()).read();
    const survey = this.surveyTable(early.cleanText);
    const tables = survey === undefined ? undefined : this.tables(survey, settingsTable);
    if (tables === undefined) return this.done(null);
    const reader = new SettingsReader(settingsTable, this.findings);
    settingsOfSurvey(tables.survey, reader);
    const settings = reader.read();
    for (const table of [tables.survey, settingsTable])
      checkAttributeNames(table, settings.settings?.namespaces, this.findings);
    warnOfMistyped(tables.survey, surveyWords, this.findings);
    const languages = this.languages(tables, settings);
    const definition = this.definition(tables, settings, languages);
    const checked = checkDefinition(definition);
    const problems = checked.ok ? checked.value.warnings : checked.error;
    const places = new ProblemPlaces(definition, this.origins, tables.survey.sheet, settingsTable, languages);
    places.report(problems, this.findings);
    places.reportNotRun(notRun(definition), this.findings);
    return this.done(definition);
  }

  private done(definition: Definition | null): XlsFormReading {
    const names = this.workbook.sheets.map((sheet) => sheet.name);
    return {
      definition: this.findings.hasErrors ? null : definition,
      findings: this.findings.list(names),
      questions: definition === null ? 0 : questionsOf(definition.elements).length,
      languages: definition?.languages.map(({ code }) => code) ?? [],
    };
  }

  private table(name: SheetName, words: Vocabulary, collapse: boolean): Table | undefined {
    const sheet = this.sheets.get(name);
    return sheet === undefined ? undefined : readTable(sheet, words, this.findings, collapse);
  }

  private surveyTable(collapse: boolean): Table | undefined {
    const survey = this.table('survey', surveyWords, collapse);
    if (survey === undefined) {
      const message = `There is no sheet "survey" with questions in it.${this.sheets.near('survey')} Its first row holds the headers type, name, label.`;
      this.findings.error({ sheet: '', row: 0 }, message);
      return undefined;
    }
    const beyond = survey.rows[MOST_QUESTIONS];
    if (beyond !== undefined) {
      const message = `A questionnaire has ${String(MOST_QUESTIONS)} rows at most; delete what does not belong to it, or divide it.`;
      this.findings.error({ sheet: survey.sheet, row: beyond.number }, message);
      return undefined;
    }
    if (survey.columns.some(({ key }) => key === 'type')) return survey;
    const message = 'There is no column "type"; the first row must hold the headers type, name, label.';
    this.findings.error({ sheet: survey.sheet, row: 1, column: 'type' }, message);
    return undefined;
  }

  private tables(survey: Table, settings: Table | undefined): Tables {
    const choices = this.table('choices', choiceWords, false);
    if (choices !== undefined && choices.rows.length > 0) {
      for (const header of ['list_name', 'name']) {
        if (choices.columns.some(({ key }) => key === header)) continue;
        const place = { sheet: choices.sheet, row: 1, column: header };
        this.findings.error(place, `There is no column "${header}"; choices need list_name, name and label.`);
      }
    }
    this.sheets.warnOfNear('settings', this.findings);
    this.sheets.warnOfNear('entities', this.findings);
    const external = this.table('external_choices', choiceWords, false);
    const osm = this.table('osm', choiceWords, false);
    return { survey, choices, external, osm, settings, entities: this.table('entities', entityWords, false) };
  }

  private languages(tables: Tables, settings: FormSettings): Languages {
    const languages = new Languages(settings.defaultLanguage);
    if (tables.choices !== undefined) languages.collect(tables.choices);
    languages.collect(tables.survey);
    if (tables.external !== undefined) languages.collect(tables.external);
    languages.report(this.findings, tables.settings?.sheet ?? '');
    return languages;
  }

  private warnOfTranslations({ survey, choices }: Tables): void {
    const several = [
      warnOfMissingColumns(survey, this.findings),
      choices !== undefined && warnOfMissingColumns(choices, this.findings),
    ].includes(true);
    if (!several) return;
    const row = survey.rows.find(({ cells }) => / or(?:_| | specify )other$/.test(cells.get('type') ?? ''));
    if (row === undefined) return;
    const message =
      '"or_other" says "Other" and "Specify other." in English only; add a choice and a text question to translate them.';
    this.findings.warn({ sheet: survey.sheet, row: row.number, column: 'type' }, message);
  }

  private lists(table: Table | undefined, languages: Languages): ChoiceLists | undefined {
    if (table === undefined) return undefined;
    return readChoiceLists({ table, languages, origins: this.origins, findings: this.findings });
  }

  private definition(tables: Tables, settings: FormSettings, languages: Languages): Definition {
    const { findings, origins } = this;
    this.warnOfTranslations(tables);
    const choices = this.lists(tables.choices, languages) ?? {};
    addOthers(tables.survey, choices, languages);
    const externalChoices = this.lists(tables.external, languages);
    const osmTags = this.lists(tables.osm, languages);
    const entities = tables.entities === undefined ? [] : readEntities(tables.entities, origins, findings);
    const elements = new SurveyReader({
      table: tables.survey,
      languages,
      origins,
      findings,
      settings,
      choices,
      externalChoices,
      osmTags,
      entities,
      nearSheet: (wanted) => this.sheets.near(wanted),
    }).read();
    new CrossChecks({ survey: tables.survey, settings, origins, findings }).check(elements);
    const id = settings.id ?? idOf(this.fileName);
    const title: Text = { [languages.defaultCode]: settings.title ?? id };
    const definition = compact<Definition>({
      schema: 1,
      id,
      version: settings.version,
      title,
      languages: languages.list,
      defaultLanguage: languages.defaultCode,
      root: settings.root,
      choices: unlessEmpty(withoutGenerated(choices)),
      externalChoices: externalChoices === undefined ? undefined : unlessEmpty(externalChoices),
      osmTags: osmTags === undefined ? undefined : unlessEmpty(osmTags),
      entities: entities.length === 0 ? undefined : entities,
      settings: settings.settings,
      elements,
      spelling: spellingOf({ elements, choices }, languages),
    });
    return withMore(definition, settings.more);
  }
}

/**
 * Turns the rows of an XLSForm into a questionnaire. Never throws; linear in the size of the workbook.
 * Without errors the definition passes `checkDefinition`. Behaviour follows pyxform 4.5, the converter of the XLSForm standard.
 */
export function readXlsForm(workbook: Workbook, { fileName }: { readonly fileName: string }): XlsFormReading {
  return new FormReader(workbook, fileName).read();
}
