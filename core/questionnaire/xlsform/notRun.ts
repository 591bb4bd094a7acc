import type { Question } from '../definition/index.ts';
import type { QuestionTypeName } from '../questionTypes/index.ts';
import { foreignType } from './foreignTypes.ts';
import type { RowReader } from './surveyForm.ts';

/**
 * What forms may ask for and no screen of ours does. Whoever builds one of these takes its line out: authors are told of every line
 * that their form meets.
 */

const NO_FILES = 'Responses carry no files yet: people are asked, and go on without an answer.';
const NO_POSITION = 'The position is not read in the background; the answer stays empty.';

const NOBODY = 'Devices do not say who uses them; the answer stays empty.';

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

const PARAMETERS: readonly (readonly [name: string, message: string])[] = [
  ['reference-geometry', 'No other shapes are shown.'],
  ['allow-mock-accuracy', 'Browsers do not tell whether a position is a mock one; it is taken.'],
  ['warning-accuracy', 'Nobody is warned of a position that is not accurate.'],
  ['incremental', 'The position is not taken while people walk.'],
  ['app', 'Other apps of the device are not opened.'],
];

/** Tells of what a question asks for and does not get. */
export function reportNotRun(reader: RowReader, question: Question): void {
  const { type, appearance = '', parameters = {} } = question;
  const message = TYPES[type];
  const isTold = foreignType(reader.get('type') ?? '', false) !== undefined;
  if (message !== undefined && !isTold) reader.unsupported('type', message);
  for (const word of appearance.split(/\s+/)) {
    const found = APPEARANCES.find(
      ([pattern, , types]) => pattern.test(word) && (types === undefined || types.test(type)),
    );
    if (found !== undefined) reader.unsupported('control::appearance', `"${word}": ${found[1]}`);
  }
  for (const [name, lost] of PARAMETERS)
    if (parameters[name] !== undefined) reader.unsupported('parameters', `"${name}": ${lost}`);
  if (question.minimumSeconds !== undefined)
    reader.unsupported('minimum_seconds', 'People may go on sooner.');
  if (reader.get('control::autoplay') !== undefined)
    reader.unsupported(
      'control::autoplay',
      'Sounds and films do not begin by themselves; people start them.',
    );
}

/** Groups are told of the widths of their questions only. */
export function reportGroupNotRun(reader: RowReader): void {
  const words = (reader.get('control::appearance') ?? '').split(/\s+/);
  const width = words.find((word) => /^w\d{1,2}$/.test(word));
  if (width !== undefined)
    reader.unsupported('control::appearance', `"${width}": Groups are as wide as the screen.`);
}
