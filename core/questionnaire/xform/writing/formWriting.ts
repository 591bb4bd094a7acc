import { mayHavePieces, textPieces } from '../../definition/index.ts';
import type { Choice, Definition, Media, PlainColumn, Text } from '../../definition/index.ts';
import { parseExpression } from '../../expression/index.ts';
import { SPECIFY_OTHER } from '../../interview/index.ts';
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

  /** Whether a text names no language, so that it stands where it is shown, and is for readers of every one. */
  namesNone(column: PlainColumn, text: Text | undefined): boolean {
    const { languages, defaultLanguage, spelling } = this.definition;
    const [only, ...others] = Object.keys(text ?? {});
    if (this.plain || only === undefined) return this.plain;
    if (others.length > 0) return false;
    if (languages.every(({ code }) => code !== only) || text?.['default'] === SPECIFY_OTHER) return true;
    return only === defaultLanguage && spelling?.plain?.includes(column) === true;
  }

  /** An element with a text: in itself, or by its id in itext. */
  saying(tag: 'label' | 'hint', id: string, entry: ItextEntry): string {
    const { text, guidance, media, asking } = entry;
    if (text === undefined && guidance === undefined && media === undefined) return '';
    if (guidance === undefined && media === undefined && this.namesNone(tag, text))
      return `${startTag(tag)}${this.content(soleText(text), asking)}</${tag}>`;
    this.itext.set(id, entry);
    return startTag(tag, { ref: `jr:itext('${id}')` }, 'empty');
  }

  /** A message, for an attribute. */
  message(
    column: 'requiredMessage' | 'constraintMessage',
    id: string,
    text: Text | undefined,
    asking: OutlineNode,
  ): string | undefined {
    if (text === undefined) return undefined;
    const sole = soleText(text);
    if (this.namesNone(column, text) && !mayHavePieces(sole)) return sole;
    this.itext.set(id, { text, asking });
    return `jr:itext('${id}')`;
  }

  /** Text for XML, with outputs for the expressions in it, and the blanks around the two that pyxform puts there. */
  content(text: string, asking: OutlineNode | null): string {
    const pieces = textPieces(text);
    const written = pieces.map((piece) => {
      // What only looks like an expression would keep other tools from opening the form.
      if (piece.expression === undefined || !parseExpression(piece.expression).ok)
        return escapeText(piece.written);
      const value = withPaths(this.outline, piece.expression, asking);
      const isUnknown = value === piece.expression && value.startsWith('${');
      return isUnknown ? escapeText(piece.written) : startTag('output', { value }, 'empty');
    });
    const isMixed = written.length > 1 && written.some((part) => part.startsWith('<'));
    return isMixed
      ? `${written[0]?.startsWith('<') === true ? '' : ' '}${written.join('')} `
      : written.join('');
  }
}

export const soleText = (text: Text | undefined): string => Object.values(text ?? {})[0] ?? '';
