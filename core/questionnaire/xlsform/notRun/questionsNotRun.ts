import type { Group, Question, Repeat } from '../../definition/index.ts';
import type { QuestionTypeName } from '../../questionTypes/index.ts';
import type { Told } from './told.ts';

const NO_FILES = 'Responses carry no files yet: people are asked, and go on without an answer.';
const NO_POSITION = 'The position is not read in the background; the answer stays empty.';
const NOBODY = 'Devices do not say who uses them; the answer stays empty.';
const NO_SIM = 'Browsers do not tell of SIM cards; the answer stays empty.';

const TYPES: Partial<Record<QuestionTypeName, string>> = {
  image: NO_FILES,
  audio: NO_FILES,
  video: NO_FILES,
  file: NO_FILES,
  signature: NO_FILES,
  osm: NO_FILES,
  username: NOBODY,
  email: NOBODY,
  phonenumber: NOBODY,
  simserial: NO_SIM,
  subscriberid: NO_SIM,
  'background-audio': 'The interview is not recorded; the answer stays empty.',
  'start-geopoint': NO_POSITION,
  'background-geopoint': NO_POSITION,
  audit:
    'How the interview went is kept with the response, not in a file "audit.csv"; positions are not logged.',
};

const CALENDAR = 'Dates are shown by the Gregorian calendar.';
const NO_MAP = 'There is no map without network: the position is taken from the device or typed in.';

/** By a word of the appearance; for the types named, or for all. */
const APPEARANCES: readonly (readonly [word: RegExp, message: string, types?: RegExp])[] = [
  [/^masked$/, 'What is typed can be read on the screen.', /^text$/],
  [/^url$/, 'The address is shown as text and opens nothing.', /^(text|note)$/],
  [/^printer/, 'Nothing is printed.', /^(text|note)$/],
  [/^bearing$/, 'The compass is not read; the direction is typed in.', /^decimal$/],
  [/^(ethiopian|coptic|islamic|bikram-sambat|myanmar|persian|buddhist)$/, CALENDAR],
  [/^(maps|placement-map|hide-input)$/, NO_MAP, /^geo/],
  [/^map$/, 'Choices are not shown on a map, but as a list.', /^select_one/],
  [/^image-map$/, 'The picture cannot be tapped; the choices stand below it as a list.', /^select/],
  [/^theme-grid$/, 'Questions stand one below the other.'],
  [/^w\d{1,2}$/, 'Questions stand one below the other, each as wide as the screen.'],
];

/** Appearances that are a call with arguments, not words. */
const CALLS: readonly (readonly [RegExp, string])[] = [
  [
    /(?:^|\s)search\s*\(/,
    'Choices are not searched for in an attached file by the appearance "search(...)"; all rows of the list are offered. Use select_one_from_file with a choice_filter.',
  ],
  [/(?:^|\s)ex:/, 'Other apps of the device are not opened; the answer is typed in.'],
];

const PARAMETERS: readonly (readonly [name: string, message: string])[] = [
  ['reference-geometry', 'No other shapes are shown.'],
  ['allow-mock-accuracy', 'Browsers do not tell whether a position is a mock one; it is taken.'],
  ['warning-accuracy', 'Nobody is warned of a position that is not accurate.'],
  ['incremental', 'The position is not taken while people walk.'],
  ['app', 'Other apps of the device are not opened.'],
];

/** What a question asks for and does not get, but for its attributes. */
export function questionNotRun({
  type,
  appearance = '',
  parameters = {},
  minimumSeconds,
}: Question): readonly Told[] {
  const message = TYPES[type];
  const found: Told[] = message === undefined ? [] : [['type', message]];
  for (const [pattern, lost] of CALLS) if (pattern.test(appearance)) found.push(['appearance', lost]);
  for (const word of appearance.split(/\s+/)) {
    const known = APPEARANCES.find(
      ([pattern, , types]) => pattern.test(word) && (types === undefined || types.test(type)),
    );
    if (known !== undefined) found.push(['appearance', `"${word}": ${known[1]}`]);
  }
  for (const [name, lost] of PARAMETERS)
    if (parameters[name] !== undefined) found.push(['parameters', `"${name}": ${lost}`]);
  if (minimumSeconds !== undefined) found.push(['minimumSeconds', 'People may go on sooner.']);
  return found;
}

/** The same for groups and repeats. */
export function groupNotRun({ appearance = '', intent }: Group | Repeat): readonly Told[] {
  const found: Told[] = [];
  const width = appearance.split(/\s+/).find((word) => /^w\d{1,2}$/.test(word));
  if (width !== undefined) found.push(['appearance', `"${width}": Groups are as wide as the screen.`]);
  if (intent !== undefined)
    found.push(['intent', 'Other apps of the device are not opened; the questions are asked as usual.']);
  return found;
}

/** As an author writes what a pattern stands for. */
const spelled = ({ source }: RegExp): string =>
  source
    .replaceAll(/^\^|\$$|[()]/g, '')
    .replace('\\d{1,2}', '1 ... w10')
    .split('|')
    .join(', ');

/** All of these for the page of XLSForm: what, and what happens instead. */
export const everyQuestionNotRun: readonly (readonly [what: string, written: string, message: string])[] = [
  ...Object.entries(TYPES).map(([type, message]) => ['type', type, message] as const),
  ...APPEARANCES.map(([word, message]) => ['appearance', spelled(word), message] as const),
  ...PARAMETERS.map(([name, message]) => ['parameter', name, message] as const),
];
