import { suggestion } from '../definition/nearestName.ts';
import { questionTypes } from '../questionTypes/index.ts';
import type { NamedType } from './typeNames.ts';
import { typeNames } from './typeNames.ts';

export type SelectType =
  | 'select_one'
  | 'select_multiple'
  | 'rank'
  | 'select_one_external'
  | 'select_one_from_file'
  | 'select_multiple_from_file';

export type Control = 'group' | 'repeat' | 'loop';

/** What the type cell of a row says. */
export type TypeCell =
  | { readonly kind: 'begin'; readonly control: Control; readonly list: string | undefined }
  | { readonly kind: 'end'; readonly control: Control }
  | { readonly kind: 'select'; readonly type: SelectType; readonly list: string; readonly orOther: boolean }
  | { readonly kind: 'osm'; readonly list: string | undefined }
  | { readonly kind: 'plain'; readonly named: NamedType }
  | { readonly kind: 'unknown'; readonly message: string };

const controls: Readonly<Record<string, Control>> = {
  group: 'group',
  repeat: 'repeat',
  lgroup: 'repeat',
  'looped group': 'repeat',
  loop: 'loop',
};

/** Spellings of selects; the longer of two that begin alike stands first. */
export const selectSpellings: readonly (readonly [string, SelectType])[] = [
  ['add select one prompt using', 'select_one'],
  ['add select multiple prompt using', 'select_multiple'],
  ['select all that apply from', 'select_multiple'],
  ['select all that apply', 'select_multiple'],
  ['select_one_from_file', 'select_one_from_file'],
  ['select_multiple_from_file', 'select_multiple_from_file'],
  ['select one from file', 'select_one_from_file'],
  ['select multiple from file', 'select_multiple_from_file'],
  ['select_one_external', 'select_one_external'],
  ['select one from', 'select_one'],
  ['select_one', 'select_one'],
  ['select one', 'select_one'],
  ['select1', 'select_one'],
  ['select_multiple', 'select_multiple'],
  ['rank', 'rank'],
];

const BLOCK = /^(begin|end)[\s_](looped group|group|lgroup|repeat|loop)(?: (?:over )?(\S+))?$/;

function readBlock(text: string): TypeCell | undefined {
  const [, edge, name = '', list] = BLOCK.exec(text) ?? [];
  const control = controls[name];
  if (edge === undefined || control === undefined) return undefined;
  if (edge === 'begin') return { kind: 'begin', control, list };
  return list === undefined ? { kind: 'end', control } : undefined;
}

function readSelect(text: string): TypeCell | undefined {
  for (const [spelling, type] of selectSpellings) {
    if (!text.startsWith(`${spelling} `)) continue;
    const match = /^(\S+)( or specify other| or_other| or other)?$/.exec(text.slice(spelling.length + 1));
    if (match === null) continue;
    const [, list = '', other] = match;
    return { kind: 'select', type, list, orOther: other !== undefined };
  }
  return undefined;
}

const everySpelling: readonly string[] = [
  ...typeNames.keys(),
  ...['begin_group', 'end_group', 'begin_repeat', 'end_repeat', 'osm', 'rank'],
  ...selectSpellings.map(([spelling]) => spelling),
];

function unknown(text: string): TypeCell {
  const bare = selectSpellings.find(
    ([spelling]) => spelling === text || spelling === text.replace(/\s.*$/s, ''),
  );
  if (bare !== undefined) {
    const message = `"${text}" should be "${bare[0]}" and the name of one list, without spaces in it, e.g. "${bare[0]} ${/file/.test(bare[0]) ? 'places.csv' : 'yes_no'}".`;
    return { kind: 'unknown', message };
  }
  const ours = Object.hasOwn(questionTypes, text)
    ? ' It is a type of Earshot; a spreadsheet says it by its nearest type and appearance.'
    : '';
  const [first = '', ...rest] = text.split(' ');
  const near = suggestion(text, everySpelling) || (rest.length > 0 ? suggestion(first, everySpelling) : '');
  const mend = near || ours || ' Write a type such as text, integer or select_one LIST.';
  return { kind: 'unknown', message: `There is no question type "${text}".${mend}` };
}

/** Reads the type of a row. Spellings are exact, as XLSForm's own converter has them. */
export function readTypeCell(text: string): TypeCell {
  const block = readBlock(text) ?? readSelect(text);
  if (block !== undefined) return block;
  const osm = /^osm(?: (\S+))?/.exec(text);
  if (osm !== null) return { kind: 'osm', list: osm[1] };
  const named = typeNames.get(text);
  return named === undefined ? unknown(text) : { kind: 'plain', named };
}
