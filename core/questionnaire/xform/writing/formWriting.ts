import type { Choice, Definition, Media, Text } from '../../definition/index.ts';
import { escapeText, startTag } from '../xmlText.ts';
import type { Outline, OutlineNode } from './outline.ts';
import { outline } from './outline.ts';
import { withPaths } from './pathsForNames.ts';

/** A text of the form in all languages, with what belongs to it. */
export interface ItextEntry {
  readonly text?: Text | undefined;
  readonly guidance?: Text | undefined;
  readonly media?: Media | undefined;
  readonly asking: OutlineNode | null;
}

/** A definition on its way to an XForm: what one part writes and another one needs. */
export class FormWriting {
  readonly definition: Definition;
  readonly outline: Outline;
  /** Texts stand in the body itself: there is one language, and it has no name. */
  readonly plain: boolean;
  readonly itext = new Map<string, ItextEntry>();
  /** The form's own lists, and those that questions of ours bring with them. */
  readonly lists: Map<string, readonly Choice[]>;
  /** Addresses of attached files by the id of their instance. */
  readonly files = new Map<string, string>();

  constructor(definition: Definition) {
    this.definition = definition;
    this.outline = outline(definition);
    const [only] = definition.languages;
    this.plain = definition.languages.length === 1 && only?.code === 'default';
    this.lists = new Map(Object.entries(definition.choices ?? {}));
  }

  expression(text: string | undefined, asking: OutlineNode | null): string | undefined {
    return text === undefined || text.trim() === '' ? undefined : withPaths(this.outline, text, asking);
  }

  /** An element with a text: in itself, or by its id in itext. */
  saying(tag: string, id: string, entry: ItextEntry): string {
    const { text, guidance, media, asking } = entry;
    if (text === undefined && guidance === undefined && media === undefined) return '';
    if (this.plain && guidance === undefined && media === undefined)
      return `${startTag(tag)}${this.content(soleText(text), asking)}</${tag}>`;
    this.itext.set(id, entry);
    return startTag(tag, { ref: `jr:itext('${id}')` }, 'empty');
  }

  /** A message, for an attribute. */
  message(id: string, text: Text | undefined, asking: OutlineNode): string | undefined {
    if (text === undefined) return undefined;
    const sole = soleText(text);
    if (this.plain && !/\$\{|<output/.test(sole)) return sole;
    this.itext.set(id, { text, asking });
    return `jr:itext('${id}')`;
  }

  /** Text for XML, with outputs for `${name}`. */
  content(text: string, asking: OutlineNode | null): string {
    return text
      .split(/(\$\{[^}]*\}|<output\s+value="[^"]*"\s*\/>)/)
      .map((piece) => {
        if (piece.startsWith('<output')) return piece;
        if (!piece.startsWith('${')) return escapeText(piece);
        const value = withPaths(this.outline, piece, asking);
        return value === piece ? escapeText(piece) : startTag('output', { value }, 'empty');
      })
      .join('');
  }
}

export const soleText = (text: Text | undefined): string => Object.values(text ?? {})[0] ?? '';
