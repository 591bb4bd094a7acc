import type { Choice, Definition, Media } from '../../definition/index.ts';
import type { TreeNode } from '../../definition/elementTree.ts';
import { pathOf, pointerOf } from '../../definition/elementTree.ts';
import type { NotRun } from './told.ts';

const NOT_SHOWN =
  'Pictures, sounds and videos do not travel with a questionnaire yet; it is asked without those of this column.';

/** Something that has media, and where it is. */
interface Shown {
  readonly media: Media;
  readonly pointer: string;
  readonly place: string;
}

/** Tells of each kind of media in each language where it is used first. */
function firstOfEach(shown: Iterable<Shown>): readonly NotRun[] {
  const found = new Map<string, NotRun>();
  for (const { media, pointer, place } of shown)
    for (const [kind, files] of Object.entries(media))
      for (const language of Object.keys(files as object)) {
        const column = `media/${kind}/${language}`;
        if (!found.has(column))
          found.set(column, { pointer: `${pointer}/${column}`, place, column, message: NOT_SHOWN });
      }
  return Array.from(found.values());
}

function* ofElements(nodes: readonly TreeNode[]): Generator<Shown> {
  for (const node of nodes) {
    const media = node.element?.media;
    if (media !== undefined) yield { media, pointer: pointerOf(node), place: pathOf(node) };
  }
}

function* ofChoices(
  part: 'choices' | 'externalChoices',
  lists: Readonly<Record<string, readonly Choice[]>> = {},
): Generator<Shown> {
  for (const [list, choices] of Object.entries(lists))
    for (const [index, { media }] of choices.entries())
      if (media !== undefined) {
        const name = list.replaceAll('~', '~0').replaceAll('/', '~1');
        yield { media, pointer: `/${part}/${name}/${index}`, place: `choice list ${list}` };
      }
}

/** Files that labels show or play, of questions and of choices: no form carries them to a device yet. */
export const mediaNotShown = (definition: Definition, nodes: readonly TreeNode[]): readonly NotRun[] => [
  ...firstOfEach(ofElements(nodes)),
  ...firstOfEach(ofChoices('choices', definition.choices)),
  ...firstOfEach(ofChoices('externalChoices', definition.externalChoices)),
];
