import type { AnswerValue, QuestionView } from '../../../core/questionnaire/index.ts';
import { questionTypeOf } from '../../../core/questionnaire/index.ts';

const TEXTS = ['Anna', 'a@example.org', '26123456', '7', '2020-01-31', 'yes', '1'];
const NUMBERS = ['3', '1', '12', '25', '60', '150', '0', '5000', '2019', '26123456'];
const DATES = ['2026-11-01', '2020-02-29', '1990-06-15', '2027-03-01'];
const PLACE = '56.95 24.1 10 5';

/** Spellings of answers to try, by type; types of lists have theirs from their choices. */
const BY_TYPE: Readonly<Record<string, readonly string[]>> = {
  text: TEXTS,
  barcode: ['4750000000001'],
  integer: NUMBERS,
  decimal: ['2.5', ...NUMBERS],
  date: DATES,
  time: ['10:30:00.000Z'],
  dateTime: ['2026-11-01T10:30:00.000Z'],
  geopoint: [PLACE],
  geotrace: [`${PLACE};56.96 24.2 10 5`],
  geoshape: [`${PLACE};56.96 24.2 10 5;56.97 24.1 10 5;${PLACE}`],
  acknowledge: ['OK'],
  range: NUMBERS,
  slider: ['50', ...NUMBERS],
  smiley: ['4'],
  nps: ['9'],
  csat: ['2'],
  ces: ['5'],
  stars: ['3'],
  thumbs: ['up'],
  'email-address': ['a@example.org'],
  'phone-number': ['+371 26 123 456'],
};

const LISTED: ReadonlySet<string> = new Set([
  ...['select_one', 'select_one_from_file', 'select_one_external', 'picture-choice'],
]);
const MANY: ReadonlySet<string> = new Set(['select_multiple', 'select_multiple_from_file']);

/** A value for a question that is a table. */
function parts({ type, choices, parameters }: QuestionView): AnswerValue | undefined {
  const names = choices.map(({ name }) => name);
  const each = (value: string, suffixes: readonly string[] = ['']): AnswerValue =>
    Object.fromEntries(names.flatMap((name) => suffixes.map((suffix) => [`${name}${suffix}`, value])));
  switch (type) {
    case 'rating-matrix':
    case 'semantic-differential':
      return each('2');
    case 'importance-satisfaction':
      return each('2', ['/importance', '/satisfaction']);
    case 'constant-sum':
      return { [names[0] ?? '']: parameters['total'] ?? '100' };
    case 'contact-request':
      return { consent: 'yes', name: 'Anna', email: 'a@example.org', phone: '+371 26 123 456' };
    default:
      return undefined;
  }
}

/** Answers worth trying, in XForms' spelling; none for questions that need a camera or a device. */
export function plausibleAnswers(view: QuestionView): readonly string[] {
  const names = view.choices.map(({ name }) => name);
  const table = parts(view);
  if (table !== undefined) return [questionTypeOf(view.type).encode(table)];
  if (LISTED.has(view.type)) return names;
  if (MANY.has(view.type)) return [names.slice(0, 2).join(' '), ...names].filter(Boolean);
  if (view.type === 'rank') return names.length === 0 ? [] : [names.toReversed().join(' ')];
  return BY_TYPE[view.type] ?? [];
}
