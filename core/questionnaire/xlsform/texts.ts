import type { Media, Text } from '../definition/index.ts';
import { compact } from './compact.ts';
import type { Findings } from './findings.ts';
import type { Languages } from './languages.ts';
import { translationsOf } from './languages.ts';
import type { Row, Table } from './table.ts';

export const translatedInSurvey: ReadonlySet<string> = new Set([
  ...['label', 'hint', 'guidance_hint', 'media::image', 'media::big-image', 'media::audio', 'media::video'],
  ...[
    'bind::jr:constraintMsg',
    'bind::jr:requiredMsg',
    'bind::jr:noAppErrorString',
    'earshot_warning_message',
  ],
]);

export const translatedInChoices: ReadonlySet<string> = new Set([
  ...['label', 'media::image', 'media::big-image', 'media::audio', 'media::video'],
]);

/**
 * A text with its translations. Without any it is in the default language, which stands in for the others;
 * beside a translation into the default language the column without a language says nothing.
 */
export function readText(table: Table, row: Row, base: string, languages: Languages): Text | undefined {
  const plain = row.cells.get(base);
  const translations = translationsOf(table, row.cells, base);
  if (translations.length === 0) return plain === undefined ? undefined : { [languages.defaultCode]: plain };
  const text = new Map<string, string>();
  if (plain !== undefined) text.set(languages.code(languages.fallback), plain);
  for (const [language, translation] of translations) text.set(languages.code(language), translation);
  return Object.fromEntries(text);
}

const KINDS = ['image', 'big-image', 'audio', 'video'] as const;

export function readMedia(
  table: Table,
  row: Row,
  languages: Languages,
  findings: Findings,
): Media | undefined {
  const [image, bigImage, audio, video] = KINDS.map((kind) =>
    readText(table, row, `media::${kind}`, languages),
  );
  for (const column of table.columns) {
    const [first, kind = ''] = column.parts;
    if (!column.known || first !== 'media' || KINDS.some((known) => known === kind)) continue;
    if (!row.cells.has(column.key)) continue;
    const place = { sheet: table.sheet, row: row.number, column: column.header };
    if (kind === '')
      findings.warn(place, 'Which media? Write the header "media::image", "media::audio" or "media::video".');
    else findings.error(place, `"${kind}" is no kind of media; take image, big-image, audio or video.`);
  }
  const media = compact<Media>({ image, bigImage, audio, video });
  return Object.keys(media).length === 0 ? undefined : media;
}
