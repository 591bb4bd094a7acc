import type { Definition } from '../../definition/index.ts';
import { isQuestion } from '../../definition/index.ts';
import { elementTree, pathOf, pointerOf } from '../../definition/elementTree.ts';
import { attributesNotRun } from './attributesNotRun.ts';
import { mediaNotShown } from './mediaNotShown.ts';
import { groupNotRun, questionNotRun } from './questionsNotRun.ts';
import { settingsNotRun } from './settingsNotRun.ts';
import type { NotRun } from './told.ts';

/**
 * All that a definition asks for and no screen of ours does, whichever file it came from; linear in its size. Whoever builds one of
 * these takes its line out of the tables: authors are told of every line that their form meets.
 */
export function notRun(definition: Definition): readonly NotRun[] {
  const found: NotRun[] = [...settingsNotRun(definition), ...entitiesNotMade(definition)];
  const { nodes } = elementTree(definition);
  for (const node of nodes) {
    const { element } = node;
    if (element === undefined) continue;
    const told = isQuestion(element) ? questionNotRun(element) : groupNotRun(element);
    const all = [...told, ...attributesNotRun(element)];
    if (all.length === 0) continue;
    const [pointer, place] = [pointerOf(node), pathOf(node)];
    for (const [column, message] of all) found.push({ pointer, place, column, message });
  }
  return [...found, ...mediaNotShown(definition, nodes)];
}

const entitiesNotMade = ({ entities = [] }: Definition): NotRun[] =>
  entities.map(({ list }, index) => ({
    pointer: `/entities/${String(index)}`,
    place: 'entities',
    column: 'list_name',
    message: `The list "${list}" gets nothing from responses: entities are kept in the form, and neither made nor changed.`,
  }));
