import type { QuestionType } from '../../questionTypes/index.ts';
import type { Question } from '../element.ts';
import { isRepeat } from '../element.ts';
import type { TreeNode } from '../elementTree.ts';
import { quoted } from '../nearestName.ts';
import type { CheckContext } from './checkContext.ts';
import { checkName, namedNode } from './checkName.ts';

type Lists = Readonly<Record<string, unknown>> | undefined;

function checkListName(
  context: CheckContext,
  node: TreeNode,
  lists: Lists,
  list: string | undefined,
  sheet: string,
): void {
  if (list === undefined) {
    context.error(
      node,
      'choices',
      'missingChoices',
      `needs the name of a list under "${sheet}"; add the column "choices".`,
    );
  } else if (lists === undefined || !Object.hasOwn(lists, list)) {
    const mend = context.suggest(list, Object.keys(lists ?? {})) || ' Add the list, or name another.';
    context.error(
      node,
      'choices',
      'missingChoices',
      `There is no list ${quoted(list)} under "${sheet}".${mend}`,
    );
  }
}

/** An expression is checked with the others. */
const isExpression = (text: string): boolean => /[\s/()[\]'"]/.test(text);

function checkRepeatChoices(context: CheckContext, node: TreeNode, name: string): void {
  if (isExpression(name)) return;
  checkName(context, node, 'choicesFrom', { name, at: 0 });
  let at = namedNode(context, name)?.parent;
  while (at?.element !== undefined && !isRepeat(at.element)) at = at.parent;
  if (namedNode(context, name) === undefined || at?.element !== undefined) return;
  context.error(
    node,
    'choicesFrom',
    'missingChoices',
    `${quoted(name)} is in no repeat, so it gives one choice at most; name a question in a repeat.`,
  );
}

function checkFile(context: CheckContext, node: TreeNode, { type, file }: Question): void {
  if (file === undefined) {
    context.error(
      node,
      'file',
      'badFile',
      `Type ${type} needs an attached file; add the column "file", e.g. "places.csv".`,
    );
  } else if (!/^[^/\\]+\.(csv|xml|geojson)$/i.test(file)) {
    context.error(
      node,
      'file',
      'badFile',
      `${quoted(file)} should be a file name that ends in .csv, .xml or .geojson, without folders.`,
    );
  }
}

/** A scale's list names its points, no more and no fewer: otherwise a label would stand at no point. */
function checkPoints(context: CheckContext, node: TreeNode, question: Question, type: QuestionType): void {
  const points = type.nearest?.(question).choiceNames;
  if (question.choices === undefined || points === undefined) return;
  const list = context.choices.list(question.choices);
  if (list === undefined)
    return checkListName(context, node, context.definition.choices, question.choices, 'choices');
  const names = context.choices.names(question.choices) ?? new Set();
  const wanted = new Set(points);
  if (names.size === wanted.size && points.every((point) => names.has(point))) return;
  const message = `The choices of list ${quoted(question.choices)} must be called ${points.join(', ')}, like the points of the scale.`;
  context.error(node, 'choices', 'badChoice', message);
}

function checkOther(context: CheckContext, node: TreeNode, question: Question): void {
  const wrong = (message: string): void => context.error(node, 'orOther', 'badOther', message);
  if (question.type !== 'select_one' && question.type !== 'select_multiple') {
    wrong('"Other" can be offered only by select_one and select_multiple; take "orOther" away.');
    return;
  }
  if (question.choiceFilter !== undefined)
    wrong('"Other" cannot be offered beside a choice filter; add a choice and a text question yourself.');
  if (question.choices === undefined) wrong('"Other" needs a choice list in the questionnaire.');
  if ((node.parent?.children.get(`${node.name}_other`)?.position ?? -1) >= 0) {
    wrong(`"Other" adds a question ${quoted(`${node.name}_other`)}, but there is one already; rename that.`);
  }
}

/** Geometry questions may show the places of a list on their map. */
const takesPlaces = (type: QuestionType): boolean =>
  Object.values(type.parameters).some((rule) => rule.kind === 'places');

/** Choices come from where the type takes them, and exist. */
export function checkChoiceSource(
  context: CheckContext,
  node: TreeNode,
  question: Question,
  type: QuestionType,
): void {
  const { choices, externalChoices, osmTags } = context.definition;
  const useless = (column: string): void =>
    context.warn(node, column, 'uselessColumn', `means nothing for type ${question.type}; take it away.`);
  if (question.orOther === true) checkOther(context, node, question);
  if (question.file !== undefined && type.choices !== 'file') useless('file');
  if (question.choicesFrom !== undefined && type.choices !== 'list') useless('choicesFrom');
  const filters = ['list', 'file', 'externalList'].includes(type.choices) || takesPlaces(type);
  if (question.choiceFilter !== undefined && !filters) useless('choiceFilter');
  switch (type.choices) {
    case 'none':
      if (question.choices !== undefined) useless('choices');
      break;
    case 'optionalList':
      checkPoints(context, node, question, type);
      break;
    case 'list':
      if (question.choicesFrom === undefined)
        checkListName(context, node, choices, question.choices, 'choices');
      else if (question.choices === undefined) checkRepeatChoices(context, node, question.choicesFrom);
      else
        context.error(
          node,
          'choicesFrom',
          'contradiction',
          'Choices come either from "choices" or from "choicesFrom"; keep one.',
        );
      break;
    case 'file':
      checkFile(context, node, question);
      break;
    case 'externalList':
      checkListName(context, node, externalChoices, question.choices, 'externalChoices');
      break;
    case 'tagList':
      if (question.choices !== undefined) checkListName(context, node, osmTags, question.choices, 'osmTags');
  }
}
