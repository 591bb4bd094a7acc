import { textPieces } from '../../definition/index.ts';
import type { Media, PlainColumn, Text } from '../../definition/index.ts';
import { SPECIFY_OTHER } from '../../interview/index.ts';
import { attributeOf, usualName } from '../namespaces.ts';
import type { XmlElement } from '../xmlElement.ts';
import { expressionOf } from './expressions.ts';
import type { FormReading } from './formReading.ts';
import { resolveRef } from './paths.ts';
import type { TextForms } from './readItext.ts';

/** All that one label, hint or message says, by what it is for. */
export interface Saying {
  readonly text?: Text;
  readonly guidance?: Text;
  readonly media?: Media;
}

const NOTHING: Saying = {};

/** What an element such as label or hint says: its own text, or the one its `ref` points to. */
export function sayingOf(
  reading: FormReading,
  element: XmlElement | undefined,
  path: string,
  column: PlainColumn,
): Saying {
  if (element === undefined) return NOTHING;
  const ref = attributeOf(element, 'ref');
  if (ref !== undefined) return sayingOfRef(reading, ref, path);
  const text = contentOf(reading, element, path);
  if (text === '') return NOTHING;
  // What `or_other` asks for is in no language, in whichever form.
  if (text !== SPECIFY_OTHER) reading.plain.add(column);
  return { text: { [reading.itext.defaultLanguage]: text } };
}

/** `jr:itext('id')`; other references are to values, which only choices have. */
function sayingOfRef(reading: FormReading, ref: string, path: string): Saying {
  const [, id] = /^\s*jr:itext\(\s*['"](.*)['"]\s*\)\s*$/.exec(ref) ?? [];
  if (id === undefined) return { text: { [reading.itext.defaultLanguage]: `<output value="${ref}"/>` } };
  return sayingOfId(reading, id, path);
}

/** A message of a bind: literal, or `jr:itext('id')`. */
export function messageOf(
  reading: FormReading,
  message: string | undefined,
  path: string,
  column: PlainColumn,
): Text | undefined {
  if (message === undefined || message === '') return undefined;
  if (message.trim().startsWith('jr:itext(')) return sayingOfRef(reading, message, path).text;
  reading.plain.add(column);
  return { [reading.itext.defaultLanguage]: message };
}

export function sayingOfId(reading: FormReading, id: string, path: string): Saying {
  const byLanguage = reading.itext.texts.get(id);
  if (byLanguage === undefined) return NOTHING;
  const collect = (forms: readonly string[], change: (text: string) => string = same): Text | undefined => {
    const found: Record<string, string> = {};
    for (const [language, values] of byLanguage) {
      const value = firstOf(values, forms);
      const text = value === undefined ? '' : change(contentOf(reading, value, path));
      if (text !== '') found[language] = text;
    }
    return Object.keys(found).length === 0 ? undefined : found;
  };
  const media = {
    ...member('image', collect(['image'], fileName)),
    ...member('bigImage', collect(['big-image'], fileName)),
    ...member('audio', collect(['audio'], fileName)),
    ...member('video', collect(['video'], fileName)),
  };
  return {
    ...member('text', collect(['', 'long', 'short'], noDash)),
    ...member('guidance', collect(['guidance'], noDash)),
    ...(Object.keys(media).length === 0 ? {} : { media }),
  };
}

const same = (text: string): string => text;
const fileName = (address: string): string => address.replace(/^jr:\/\/[^/]+\//, '');

/** pyxform writes a dash where a translation is missing. */
const noDash = (text: string): string => (text === '-' ? '' : text);

const member = <K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } =>
  value === undefined ? {} : ({ [key]: value } as { readonly [P in K]?: V });

const firstOf = (values: TextForms, forms: readonly string[]): XmlElement | undefined =>
  forms.map((form) => values.get(form)).find((value) => value !== undefined);

/** Text with the outputs in it as definitions write them. */
function contentOf(reading: FormReading, element: XmlElement, path: string): string {
  return element.content
    .map((part) => {
      if (typeof part === 'string') return part;
      if (usualName(part) !== 'output') return contentOf(reading, part, path);
      return outputOf(reading, attributeOf(part, 'value') ?? attributeOf(part, 'ref') ?? '', path);
    })
    .join('')
    .trim();
}

/** `${name}` where that means the same, a path into a list as definitions write it, any other output as it is. */
function outputOf(reading: FormReading, value: string, path: string): string {
  const name = nameMeant(reading, value, path);
  if (name !== undefined) return `\${${name}}`;
  const [piece, ...others] = textPieces(expressionOf(reading, value, path) ?? '');
  if (piece?.expression?.startsWith('instance') === true && others.length === 0) return piece.written;
  return `<output value="${escaped(value.trim())}"/>`;
}

const escaped = (attribute: string): string =>
  attribute.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** The name by which `${}` means the same node as a path does. */
function nameMeant(reading: FormReading, value: string, path: string): string | undefined {
  if (value.includes('[')) return undefined;
  const target = resolveRef(value, path);
  if (target === undefined) return undefined;
  const name = reading.nameOf.get(target);
  if (name === undefined) return undefined;
  const own = reading.repeatsAround(path);
  return reading.repeatsAround(target).every((repeat) => own.includes(repeat)) ? name : undefined;
}
