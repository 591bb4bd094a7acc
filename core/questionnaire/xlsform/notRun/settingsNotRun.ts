import type { Definition, Settings } from '../../definition/index.ts';
import { suggestion } from '../../definition/nearestName.ts';
import { settingWords } from '../vocabulary.ts';
import type { NotRun } from './told.ts';

/** Settings that nothing of ours does, and the value that asks for nothing. */
const SETTINGS: readonly (readonly [name: keyof Settings, message: string, harmless?: boolean])[] = [
  ['publicKey', 'Responses are not encrypted with this key.'],
  ['submissionUrl', 'Responses go to the server that gave the form, not to this address.'],
  ['clientEditable', 'Responses are not changed on the device once they are finished.', false],
  ['autoSend', 'Responses are always sent as soon as there is a network.', true],
  ['autoDelete', 'Responses stay on the device for a while after the server has them.', false],
];

const NO_SMS = 'Responses are not sent by SMS.';
const UNKNOWN = 'This setting is not known; it is kept for other tools and does nothing here.';

const STYLES: Readonly<Record<string, string>> = {
  'theme-grid': 'Questions stand one below the other.',
};

/** Of the words of a style only `pages` is what happens anyway. */
const stylesOf = (style: string): readonly (readonly [column: string, message: string])[] =>
  style
    .split(/\s+/)
    .filter((word) => word !== '' && word !== 'pages')
    .map((word) => ['style', `"${word}": ${STYLES[word] ?? 'The form looks as usual.'}`]);

/** What groups are in a form with "flat" is told where the sheet is read: the definition has none any more. */
const TOLD_BEFORE = new Set(['flat']);

function messageOf(name: string): string {
  if (settingWords.known.has(name)) return NO_SMS;
  const known = Array.from(settingWords.known).filter((word) => !word.startsWith('earshot'));
  return `${UNKNOWN}${suggestion(name, known)}`;
}

/** What the settings of a definition ask for and do not get. */
export function settingsNotRun({ settings = {} }: Definition): readonly NotRun[] {
  const found: (readonly [column: string, message: string])[] = [];
  for (const [name, message, harmless] of SETTINGS)
    if (settings[name] !== undefined && settings[name] !== harmless) found.push([name, message]);
  found.push(...stylesOf(settings.style ?? ''));
  for (const name of Object.keys(settings.extra ?? {}))
    if (!TOLD_BEFORE.has(name)) found.push([`extra/${name}`, messageOf(name)]);
  return found.map(([name, message]) => ({
    pointer: '/settings',
    place: 'settings',
    column: `settings/${name}`,
    message,
  }));
}

/** All of them for the page of XLSForm. */
export const everySettingNotRun: readonly (readonly [what: string, written: string, message: string])[] = [
  ...SETTINGS.map(
    ([name, message]) =>
      ['setting', name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), message] as const,
  ),
  ...Object.entries(STYLES).map(([word, message]) => ['setting', `style: ${word}`, message] as const),
  ['setting', 'sms_*, prefix, delimiter', NO_SMS],
];
