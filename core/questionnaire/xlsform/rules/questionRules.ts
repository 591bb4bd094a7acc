import { isDynamicDefault } from '../dynamicDefault.ts';
import { readParameters } from '../parameters.ts';
import { onlyReference } from '../references.ts';
import type { PyxformRule } from './pyxformRule.ts';
import type { Breach, SurveyRow, WrittenForm } from './writtenForm.ts';
import { breach, isAsked, nameOf } from './writtenForm.ts';

/** The parameters that pyxform takes, by type; those of other types it passes over. */
const PARAMETERS: Readonly<Record<string, readonly string[]>> = {
  text: ['rows'],
  range: ['start', 'end', 'step', 'tick_interval', 'placeholder', 'tick_labelset'],
  select_one: ['randomize', 'seed'],
  select_multiple: ['randomize', 'seed'],
  rank: ['randomize', 'seed'],
  select_one_external: ['randomize', 'seed'],
  select_one_from_file: ['randomize', 'seed', 'value', 'label'],
  select_multiple_from_file: ['randomize', 'seed', 'value', 'label'],
  image: ['max-pixels', 'app'],
  audio: ['quality'],
  'background-audio': ['quality'],
  geopoint: ['allow-mock-accuracy', 'capture-accuracy', 'warning-accuracy', 'reference-geometry'],
  geotrace: ['allow-mock-accuracy', 'incremental', 'reference-geometry'],
  geoshape: ['allow-mock-accuracy', 'incremental', 'reference-geometry'],
  audit: [
    ...['location-priority', 'location-min-interval', 'location-max-age'],
    ...['track-changes', 'track-changes-reasons', 'identify-user'],
  ],
};

const QUALITY: Readonly<Record<string, readonly string[]>> = {
  audio: ['voice-only', 'low', 'normal', 'external'],
  'background-audio': ['voice-only', 'low', 'normal'],
};

/** Types of which people see nothing. */
const UNSEEN: ReadonlySet<string> = new Set([
  ...[
    'calculate',
    'hidden',
    'audit',
    'start',
    'end',
    'today',
    'deviceid',
    'username',
    'email',
    'phonenumber',
  ],
  ...['simserial', 'subscriberid', 'start-geopoint', 'background-geopoint', 'background-audio'],
  ...['csv-external', 'xml-external'],
]);

function typeOf({ type }: SurveyRow): string {
  if (type.kind === 'select') return type.type;
  return type.kind === 'plain' ? type.named.type : type.kind;
}

const asked = ({ survey }: WrittenForm): readonly SurveyRow[] => survey.filter(isAsked);

const says = ({ cells }: SurveyRow): boolean =>
  Array.from(cells.keys()).some((header) => /^(?:label|hint|media)(?:::|$)/.test(header));

function parameters(row: SurveyRow): Readonly<Record<string, string>> {
  const read = readParameters(row.cells.get('parameters') ?? '');
  return read.ok ? read.value : {};
}

function badParameter(row: SurveyRow): string | undefined {
  const given = parameters(row);
  const type = typeOf(row);
  const { start = '1', end = '10', step = '1', randomize, seed, quality } = given;
  if (type === 'range') {
    const [from, to, by] = [start, end, step].map(Number);
    if (from === undefined || to === undefined || by === undefined || [from, to, by].some(Number.isNaN))
      return 'is no number';
    if (by === 0 || Math.abs(by) > Math.abs(to - from)) return 'has a step that does not fit';
  }
  if (seed !== undefined && randomize !== 'true') return 'has a seed, but no randomize=true';
  if (seed !== undefined && onlyReference(seed) === undefined && Number.isNaN(Number(seed)))
    return 'has a seed that is no number';
  if (quality !== undefined && QUALITY[type]?.includes(quality) !== true)
    return 'has a quality that is not known';
  const whole = ['rows', 'max-pixels', 'location-min-interval', 'location-max-age'];
  if (whole.some((name) => given[name] !== undefined && !/^\d+$/.test(given[name])))
    return 'should be a whole number';
  return undefined;
}

/** Rules about single questions. */
export const questionRules: readonly PyxformRule[] = [
  {
    says: 'Every type is one that pyxform knows, in its own spelling.',
    source: 'question_type_dictionary; aliases.select, aliases.control; builder ("Unknown question type")',
    ends: 'refuses',
    breaches: ({ survey }) =>
      survey
        .filter(({ type }) => type.kind === 'unknown')
        .map((row) => breach(row, 'type', `is "${row.cells.get('type') ?? ''}"`)),
  },
  {
    says: 'Groups and repeats are ended in the order they began in.',
    source: 'xls2json.workbook_to_json (SURVEY_001, SURVEY_002)',
    ends: 'refuses',
    breaches: ({ survey }) => {
      const open: SurveyRow[] = [];
      const wrong: Breach[] = [];
      for (const row of survey) {
        if (row.type.kind === 'begin') open.push(row);
        if (row.type.kind !== 'end') continue;
        const begun = open.pop()?.type;
        if (begun?.kind !== 'begin' || begun.control !== row.type.control)
          wrong.push(breach(row, 'type', 'ends nothing'));
      }
      return [...wrong, ...open.map((row) => breach(row, 'type', 'is not ended'))];
    },
  },
  {
    says: 'Questions that people see have a label, a hint or media; only the heading row of a table of selects (appearance label) has none.',
    source: 'survey_element.xml_label_and_hint ("has no label or hint")',
    ends: 'refuses',
    breaches: (form) =>
      asked(form)
        .filter((row) => !UNSEEN.has(typeOf(row)) && !says(row) && row.cells.get('appearance') !== 'label')
        .filter(({ cells }) => !cells.has('calculation') && !cells.has('trigger'))
        .map((row) => breach(row, 'label', 'is missing')),
  },
  {
    says: 'A calculate has a calculation or a computed default.',
    source: 'xls2json.workbook_to_json ("Missing calculation")',
    ends: 'refuses',
    breaches: (form) =>
      asked(form)
        .filter((row) => typeOf(row) === 'calculate' && !row.cells.has('calculation'))
        .filter(({ cells }) => !isDynamicDefault(cells.get('default') ?? '', 'calculate'))
        .map((row) => breach(row, 'calculation', 'is missing')),
  },
  {
    says: 'Parameters are pairs key=value that the type takes.',
    source: 'validators/pyxform/parameters_generic.parse, validate',
    ends: 'refuses',
    breaches: (form) =>
      asked(form)
        .filter(({ cells }) => cells.has('parameters'))
        .filter((row) => {
          const known = PARAMETERS[typeOf(row)];
          const read = readParameters(row.cells.get('parameters') ?? '');
          return !read.ok || Object.keys(read.value).some((key) => known?.includes(key) === false);
        })
        .map((row) => breach(row, 'parameters', 'is not taken by this type')),
  },
  {
    says: 'Values of parameters fit: numbers of a range, a seed beside randomize=true, known qualities, whole numbers.',
    source: 'validators/pyxform/question_types; xls2json.workbook_to_json',
    ends: 'refuses',
    breaches: (form) =>
      asked(form).flatMap((row) => {
        const bad = badParameter(row);
        return bad === undefined ? [] : [breach(row, 'parameters', bad)];
      }),
  },
  {
    says: 'An audit is called audit, and says all three location parameters or none.',
    source: 'xls2json.workbook_to_json ("Audits must always be named audit")',
    ends: 'refuses',
    breaches: (form) =>
      asked(form)
        .filter((row) => typeOf(row) === 'audit')
        .filter((row) => {
          const location = Object.keys(parameters(row)).filter((key) => key.startsWith('location-'));
          return nameOf(row) !== 'audit' || ![0, 3].includes(location.length);
        })
        .map((row) => breach(row, 'name', 'is no audit')),
  },
  {
    says: 'A trigger is references to questions with commas between.',
    source: 'validators/pyxform/question_types.process_trigger',
    ends: 'refuses',
    breaches: ({ survey }) =>
      survey
        .filter(({ cells }) => cells.has('trigger'))
        .filter(({ cells }) =>
          (cells.get('trigger') ?? '').split(',').some((part) => onlyReference(part) === undefined),
        )
        .map((row) => breach(row, 'trigger', 'is no reference')),
  },
  {
    says: 'A background-geopoint has a trigger and no calculation.',
    source: 'validators/pyxform/question_types.validate_background_geopoint_trigger',
    ends: 'refuses',
    breaches: (form) =>
      asked(form)
        .filter((row) => typeOf(row) === 'background-geopoint')
        .filter(({ cells }) => !cells.has('trigger') || cells.has('calculation'))
        .map((row) => breach(row, 'trigger', 'does not fit')),
  },
];
