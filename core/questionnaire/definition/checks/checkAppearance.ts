import type { QuestionType } from '../../questionTypes/index.ts';
import { questionTypeOf } from '../../questionTypes/index.ts';
import { isQuestion } from '../element.ts';
import type { TreeNode } from '../elementTree.ts';
import { quoted } from '../nearestName.ts';
import type { CheckContext } from './checkContext.ts';

const ofGroups = ['field-list', 'table-list', 'no-collapse', 'compact', 'horizontal', 'intent*'];
const everywhere = ['earshot-*', 'hidden-answer', 'no-collapse'];
const GRID_WIDTH = /^w\d{1,2}$/;

const fits = (word: string, known: readonly string[]): boolean =>
  GRID_WIDTH.test(word) ||
  known.some((entry) => (entry.endsWith('*') ? word.startsWith(entry.slice(0, -1)) : entry === word));

function wordsOf(appearance: string): readonly string[] {
  const call = /^\s*(?:search|ex:)/.test(appearance);
  return call ? [appearance.trim()] : appearance.split(/\s+/).filter(Boolean).slice(0, 50);
}

const knownFor = (node: TreeNode): QuestionType['appearances'] =>
  node.element !== undefined && isQuestion(node.element)
    ? questionTypeOf(node.element.type).appearances
    : ofGroups;

/** Appearances that nobody knows are shown like none: a warning, as other tools may have words of their own. */
export function checkAppearance(context: CheckContext, node: TreeNode): void {
  const appearance = node.element?.appearance;
  if (appearance === undefined || appearance.trim() === '') return;
  const known = [...knownFor(node), ...everywhere];
  for (const word of wordsOf(appearance)) {
    if (fits(word, known)) continue;
    const mend =
      context.suggest(
        word,
        known.filter((entry) => !entry.endsWith('*')),
      ) || ' It will be shown as usual.';
    context.warn(
      node,
      'appearance',
      'unknownAppearance',
      `${quoted(word)} is no appearance of type ${node.element?.type ?? ''}.${mend}`,
    );
  }
}
