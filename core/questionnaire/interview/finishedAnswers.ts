import type { AnswerValue } from '../questionTypes/index.ts';
import type { Interview } from './interview.ts';
import { eachNode } from './state/eachNode.ts';
import { pathOf } from './state/frames.ts';

/**
 * What was said, for the response: path -> answer of every question that is relevant and not blank, calculations and
 * metadata included. Blank answers are left out, and so is `meta/instanceID`, as a response has an id of its own.
 */
export function finishedAnswers({ state, questionnaire }: Interview): Readonly<Record<string, AnswerValue>> {
  const answers: Record<string, AnswerValue> = {};
  const instanceId = `${questionnaire.root.path}/meta/instanceID`;
  eachNode(state.root, (node) => {
    const { type, path } = node.place;
    if (type === null || !node.relevant || node.kept === '' || path === instanceId) return;
    const decoded = type.decode(node.kept);
    answers[pathOf(node)] = decoded.ok ? decoded.value : node.kept;
  });
  return answers;
}
