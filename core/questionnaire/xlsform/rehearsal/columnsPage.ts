import type { Vocabulary } from '../vocabulary.ts';
import { choiceWords, entityWords, settingWords, surveyWords } from '../vocabulary.ts';

const code = (text: string): string => `\`${text}\``;

/** How `bind::jr:requiredMsg` and the like are mostly written. */
const USUAL: Readonly<Record<string, string>> = {
  'bind::readonly': 'read_only',
  'bind::calculate': 'calculation',
  'bind::jr:constraintMsg': 'constraint_message',
  'bind::jr:requiredMsg': 'required_message',
  'bind::jr:noAppErrorString': 'noapperrorstring',
  'bind::entities:saveto': 'save_to',
  'control::jr:count': 'repeat_count',
  'instance::odk:tag': 'compact_tag',
  'media::big-image': 'big-image',
};

function rows({ known, aliases, translated }: Vocabulary): readonly (readonly string[])[] {
  const spellings = new Map<string, string[]>(Array.from(known, (word) => [word, []]));
  for (const [alias, parts] of aliases) {
    const key = parts.join('::');
    spellings.set(key, [...(spellings.get(key) ?? []), alias]);
  }
  return Array.from(spellings, ([key, others]) => {
    const usual = USUAL[key] ?? others.find((alias) => key.endsWith(`::${alias}`)) ?? key;
    const also = [key, ...others].filter((spelling) => spelling !== usual);
    return [code(usual), also.map(code).join(', '), translated.has(key) ? 'yes' : ''];
  });
}

const table = (words: Vocabulary): string =>
  [['column', 'also', 'by language'], ['---', '---', '---'], ...rows(words)]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');

/** The columns of each sheet, with their other spellings. */
export const columnsPage = (): string =>
  [
    ['survey', surveyWords],
    ['choices, external_choices, osm', choiceWords],
    ['settings', settingWords],
    ['entities', entityWords],
  ]
    .map(([name, words]) => `### ${name as string}\n\n${table(words as Vocabulary)}`)
    .join('\n\n');
