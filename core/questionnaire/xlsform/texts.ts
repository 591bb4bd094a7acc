import type { Media, Text } from '../definition/index.ts';
import { compact } from './compact.ts';
import type { Findings } from './findings.ts';
import type { Languages } from './languages.ts';
import type { Row, Table } from './table.ts';

/**
 * A text with its translations. Without any it is in the default language, which stands in for the others;
 * beside a translation into the default language the column without a language says nothing.
 */
export function readText(table: Table, row: Row, base: string, languages: Languages): Text | undefined {
  const columns = table.texts.get(base);
  if (columns === undefined) return undefined;
  const plain = columns.plain === undefined ? undefined : row.cells.get(columns.plain);
  const text: [string, string][] = [];
  for (const { key, language } of columns.translations) {
    const translation = row.cells.get(key);
    if (translation !== undefined) text.push([languages.code(language), translation]);
  }
  if (text.length === 0) return plain === undefined ? undefined : withoutLanguage(plain, languages);
  const fallback = plain === undefined ? undefined : languages.code(languages.fallback);
  if (plain !== undefined && fallback !== undefined && !text.some(([code]) => code === fallback))
    text.unshift([fallback, plain]);
  return Object.fromEntries(text);
}

/** A text that nobody named a language for. */
export function withoutLanguage(plain: string, languages: Languages): Text {
  const text = { [languages.defaultCode]: plain };
  languages.plain.add(text);
  return text;
}

const KINDS = ['image', 'big-image', 'audio', 'video'] as const;

/** Headers such as `media::smell`. */
function reportStrangeMedia(table: Table, row: Row, findings: Findings): void {
  for (const { parts, known, key, header } of row.filled) {
    const [first, kind = ''] = parts;
    if (first !== 'media' || !known || KINDS.some((media) => media === kind) || !row.cells.has(key)) continue;
    const place = { sheet: table.sheet, row: row.number, column: header };
    if (kind === '')
      findings.warn(place, 'Which media? Write the header "media::image", "media::audio" or "media::video".');
    else findings.error(place, `"${kind}" is no kind of media; take image, big-image, audio or video.`);
  }
}

export function readMedia(
  table: Table,
  row: Row,
  languages: Languages,
  findings: Findings,
): Media | undefined {
  if (row.filled.every(({ parts }) => parts[0] !== 'media')) return undefined;
  reportStrangeMedia(table, row, findings);
  const [image, bigImage, audio, video] = KINDS.map((kind) =>
    readText(table, row, `media::${kind}`, languages),
  );
  const media = compact<Media>({ image, bigImage, audio, video });
  return Object.keys(media).length === 0 ? undefined : media;
}
