import type { Choice } from '../../definition/index.ts';
import { MORE } from '../more.ts';
import { RowWriter } from './sheetRows.ts';

type Lists = Readonly<Record<string, readonly Choice[]>>;

export const CHOICE_ORDER: readonly string[] = [
  ...['list_name', 'name', 'label', 'media::image', 'media::big-image', 'media::audio', 'media::video'],
  'earshot_exclusive',
];

/** Rows of the sheets choices, external_choices and osm. */
export const choiceRows = (
  lists: Lists | undefined,
  moreOf: (choice: Choice) => string | undefined,
): readonly RowWriter[] =>
  Object.entries(lists ?? {}).flatMap(([list, choices]) =>
    choices.map((choice) =>
      new RowWriter()
        .set('list_name', list)
        .set('name', choice.name)
        .say('label', choice.label)
        .show(choice.media)
        .set('earshot_exclusive', choice.exclusive === true ? 'yes' : undefined)
        .each('', choice.columns)
        .set(MORE, moreOf(choice)),
    ),
  );

/** Lists that types of ours bring along; people see the names only in other tools. */
export const generatedRows = (
  lists: ReadonlyMap<string, readonly string[]>,
  language: string,
): readonly RowWriter[] =>
  Array.from(lists, ([list, names]) =>
    names.map((name) =>
      new RowWriter()
        .set('list_name', list)
        .set('name', name)
        .say('label', { [language]: name }),
    ),
  ).flat();
