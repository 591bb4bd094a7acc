import type { QuestionType } from '../../questionTypes/index.ts';
import { questionTypeOf } from '../../questionTypes/index.ts';
import type { Question } from '../element.ts';
import { isQuestion } from '../element.ts';
import type { TreeNode } from '../elementTree.ts';
import { quoted } from '../nearestName.ts';
import { checkAppearance } from './checkAppearance.ts';
import { checkChoiceSource } from './checkChoiceSource.ts';
import type { CheckContext } from './checkContext.ts';
import { checkDefault } from './checkDefault.ts';
import { checkName, namedNode } from './checkName.ts';
import { checkParameters } from './checkParameters.ts';

/** Messages for rules that are not there are never shown. */
const messagesOf = [
  ['requiredMessage', 'required'],
  ['constraintMessage', 'constraint'],
  ['warningMessage', 'warning'],
] as const;

function checkMessages(context: CheckContext, node: TreeNode, question: Question): void {
  for (const [message, rule] of messagesOf) {
    if (question[message] === undefined || question[rule] !== undefined) continue;
    context.warn(
      node,
      message,
      'uselessColumn',
      `is never shown, as there is no "${rule}"; add that, or take the message away.`,
    );
  }
  if (question.warning !== undefined && question.warningMessage === undefined) {
    context.warn(
      node,
      'warning',
      'missingLabel',
      'has no "warningMessage": people would not learn what is odd about their answer.',
    );
  }
}

function checkTriggers(context: CheckContext, node: TreeNode, question: Question): void {
  const triggers = question.triggers ?? [];
  for (const name of triggers) {
    checkName(context, node, 'triggers', { name, at: 0 });
    const trigger = namedNode(context, name);
    if (
      trigger?.element !== undefined &&
      isQuestion(trigger.element) &&
      !questionTypeOf(trigger.element.type).asked
    ) {
      const message = `${quoted(name)} is asked of nobody, so nobody can change it; name a question that is shown.`;
      context.error(node, 'triggers', 'badTrigger', message);
    }
    if (trigger === node) {
      context.error(
        node,
        'triggers',
        'badTrigger',
        'A question cannot trigger itself; name the question whose change should set it.',
      );
    }
  }
  if (question.type === 'background-geopoint') {
    if (triggers.length === 0) {
      context.error(
        node,
        'triggers',
        'badTrigger',
        'Type background-geopoint needs the question whose answer starts it; add "triggers".',
      );
    }
    if (question.calculation !== undefined) {
      context.error(
        node,
        'calculation',
        'badTrigger',
        'Type background-geopoint finds its value by itself; take the calculation away.',
      );
    }
  } else if (triggers.length > 0 && question.calculation === undefined) {
    context.warn(
      node,
      'triggers',
      'badTrigger',
      'Without a "calculation" the trigger empties the answer; add one, or take the trigger away.',
    );
  }
}

const isAlways = (expression: string | undefined): boolean => expression?.trim() === 'true()';

function checkSense(context: CheckContext, node: TreeNode, question: Question, type: QuestionType): void {
  const valued = question.calculation ?? question.dynamicDefault ?? question.default;
  if (
    question.type === 'calculate' &&
    question.calculation === undefined &&
    question.dynamicDefault === undefined
  ) {
    const message =
      'Type calculate needs a "calculation" or a "dynamicDefault"; add one, or make it hidden for a fixed value.';
    context.error(node, 'calculation', 'missingCalculation', message);
  }
  const silent = question.type === 'note' || question.type === 'statement' || isAlways(question.readOnly);
  if (silent && isAlways(question.required) && valued === undefined) {
    const message =
      'Nobody can answer this, but an answer is required: people cannot go on while it is shown. If that is not meant, take "required" away.';
    context.warn(node, 'required', 'contradiction', message);
  }
  if (!type.asked && question.specialAnswers !== undefined) {
    context.warn(
      node,
      'specialAnswers',
      'uselessColumn',
      `means nothing for type ${question.type}, which nobody is asked; take it away.`,
    );
  }
  if (question.media?.bigImage !== undefined && question.media.image === undefined) {
    context.error(
      node,
      'media',
      'contradiction',
      'A big image is shown when its image is tapped; add the image.',
    );
  }
  const hidden = valued !== undefined && question.calculation !== undefined;
  if (
    type.asked &&
    !hidden &&
    question.label === undefined &&
    question.hint === undefined &&
    question.media === undefined
  ) {
    context.warn(
      node,
      'label',
      'missingLabel',
      'has no label, hint or picture: people would see an empty question. Add a label.',
    );
  }
}

/** A file of an external list is found by the question's name; two audits would write one file. */
function checkAudit(context: CheckContext, nodes: readonly TreeNode[]): void {
  nodes.forEach((node, index) => {
    if (node.name !== 'audit')
      context.error(
        node,
        'name',
        'badAudit',
        `A question of type audit must be called "audit", not ${quoted(node.name)}.`,
      );
    if (index > 0) context.error(node, '', 'badAudit', 'There is an audit already; keep one.');
  });
}

/** Each question makes sense by itself: its columns are those of its type, and do not contradict each other. */
export function checkQuestions(context: CheckContext): void {
  const audits: TreeNode[] = [];
  for (const node of context.tree.nodes) {
    checkAppearance(context, node);
    const question = node.element;
    if (question === undefined || !isQuestion(question)) continue;
    const type = questionTypeOf(question.type);
    if (question.type === 'audit') audits.push(node);
    checkParameters(context, node, question, type);
    checkChoiceSource(context, node, question, type);
    checkDefault(context, node, question, type);
    checkMessages(context, node, question);
    checkTriggers(context, node, question);
    checkSense(context, node, question, type);
  }
  checkAudit(context, audits);
}
