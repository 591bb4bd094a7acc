import type { Text } from '../../definition/index.ts';
import { escapeText, startTag } from '../xmlText.ts';
import type { FormWriting, ItextEntry } from './formWriting.ts';

const FOLDERS = { image: 'images', bigImage: 'images', audio: 'audio', video: 'video' } as const;
const FORMS = { image: 'image', bigImage: 'big-image', audio: 'audio', video: 'video' } as const;

/** All texts by language. A text that the default language lacks is a dash there, as pyxform writes it. */
export function writeItext(writing: FormWriting): string {
  if (writing.itext.size === 0 && writing.plain) return '';
  const { languages, defaultLanguage } = writing.definition;
  const translations = languages.map(({ code, name }) => {
    const lang = name === code ? code : `${name} (${code})`;
    const isDefault = code === defaultLanguage;
    const texts = Array.from(writing.itext, ([id, entry]) => textOf(writing, id, entry, code, isDefault));
    return `${startTag('translation', { lang, default: isDefault ? 'true()' : undefined })}${texts.join('')}</translation>`;
  });
  return `<itext>${translations.join('')}</itext>`;
}

function textOf(
  writing: FormWriting,
  id: string,
  { text, guidance, media, asking }: ItextEntry,
  language: string,
  isDefault: boolean,
): string {
  const values: string[] = [];
  const say = (said: Text | undefined, form?: string): void => {
    if (said === undefined) return;
    const own = said[language];
    if (own === undefined && !isDefault) return;
    values.push(
      `${startTag('value', { form })}${own === undefined ? '-' : writing.content(own, asking)}</value>`,
    );
  };
  say(text);
  say(guidance, 'guidance');
  for (const kind of ['image', 'bigImage', 'audio', 'video'] as const) {
    const file = media?.[kind]?.[language];
    if (file !== undefined)
      values.push(
        `${startTag('value', { form: FORMS[kind] })}${escapeText(`jr://${FOLDERS[kind]}/${file}`)}</value>`,
      );
  }
  return values.length === 0 ? '' : `${startTag('text', { id })}${values.join('')}</text>`;
}
