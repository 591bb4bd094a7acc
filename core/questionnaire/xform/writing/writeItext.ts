import type { Text } from '../../definition/index.ts';
import { startTag } from '../xmlText.ts';
import type { FormWriting, ItextEntry } from './formWriting.ts';

const FOLDERS = { image: 'images', bigImage: 'images', audio: 'audio', video: 'video' } as const;
const FORMS = { image: 'image', bigImage: 'big-image', audio: 'audio', video: 'video' } as const;

/** All texts by language. A text that a language lacks is a dash there, as pyxform writes it. */
export function writeItext(writing: FormWriting): string {
  if (writing.itext.size === 0) return '';
  const { languages, defaultLanguage, spelling } = writing.definition;
  const isSaid = spelling?.defaultUnsaid !== true || languages[0]?.code !== defaultLanguage;
  const translations = languages.map(({ code, name, written }) => {
    const lang = written ?? (name === code ? code : `${name} (${code})`);
    const texts = Array.from(writing.itext, ([id, entry]) => textOf(writing, id, entry, code));
    return `${startTag('translation', { lang, default: isSaid && code === defaultLanguage ? 'true()' : undefined })}${texts.join('')}</translation>`;
  });
  return `<itext>${translations.join('')}</itext>`;
}

function textOf(
  writing: FormWriting,
  id: string,
  { text, guidance, media, asking }: ItextEntry,
  language: string,
): string {
  const values: string[] = [];
  const say = (said: Text | undefined, form?: string): void => {
    if (said === undefined) return;
    const own = said[language];
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
        `${startTag('value', { form: FORMS[kind] })}${writing.content(`jr://${FOLDERS[kind]}/${file}`, asking)}</value>`,
      );
  }
  return values.length === 0 ? '' : `${startTag('text', { id })}${values.join('')}</text>`;
}
