import type { AnswerValue } from '../../questionTypes/index.ts';
import type { Refusal } from '../event.ts';
import { knowsChoices } from '../lists/knowsChoices.ts';
import { answerableChoices } from '../lists/offeredChoices.ts';
import { findNode } from '../state/findNode.ts';
import type { InterviewNode } from '../state/interviewNode.ts';
import type { InterviewState, RefusedInput } from '../state/interviewState.ts';
import { keep } from '../state/propagate.ts';
import { settle } from '../state/settle.ts';
import { undoGrowth, undoInstances } from '../state/undoGrowth.ts';
import { constraintHolds } from '../validation/constraintHolds.ts';
import { message } from '../validation/message.ts';

/**
 * Takes an answer, or remembers on its screen what was refused. In an instance that its count asks for, but to which nobody
 * has stepped yet, an answer is that step.
 */
export function answer(state: InterviewState, path: string, value: unknown): Refusal | undefined {
  const refusal = take(state, path, value);
  if (refusal !== undefined && state.undo.length > 0) {
    undoInstances(state);
    settle(state);
  }
  return refusal;
}

function take(state: InterviewState, path: string, value: unknown): Refusal | undefined {
  const node = findNode(state, path, 'as counts want');
  const tooMany = undoGrowth(state);
  if (tooMany !== undefined) {
    settle(state);
    return tooMany;
  }
  const { type } = node?.place ?? {};
  if (node === undefined || type === null || type === undefined) return { reason: 'unknownPath', path };
  if (!node.relevant) return { reason: 'irrelevant' };
  if (node.readOnly) return { reason: 'readOnly' };
  const decoded = type.decode(value);
  if (!decoded.ok) return refuse(state, node, { value, reason: 'type', problem: decoded.error });
  const text = type.encode(decoded.value);
  const refused = check(state, node, text, decoded.value);
  if (refused !== undefined) return refuse(state, node, refused);
  if (state.refusedInputs.size > 0) state.refusedInputs.delete(node);
  return commit(state, node, text);
}

/** Blank must not be required; else the type's own checks come first and then the questionnaire's constraint. */
function check(
  state: InterviewState,
  node: InterviewNode,
  text: string,
  value: AnswerValue,
): RefusedInput | undefined {
  const { type, question } = node.place;
  if (text === '') return node.required ? { value, reason: 'required' } : undefined;
  if (type === null || question === null) return undefined;
  const offered = type.choices === 'none' ? [] : answerableChoices(state, node);
  const [problem] = type.validate(value, question, offered);
  if (problem !== undefined && (problem.code !== 'notAChoice' || knowsChoices(state, node)))
    return { value, reason: 'type', problem };
  return constraintHolds(state, node, text) ? undefined : { value, reason: 'constraint' };
}

function refuse(state: InterviewState, node: InterviewNode, input: RefusedInput): Refusal {
  state.refusedInputs.set(node, input);
  const text = message(state, node, input.reason);
  return {
    reason: input.reason,
    ...(text !== undefined && { message: text }),
    ...(input.problem !== undefined && { problem: input.problem }),
  };
}

function commit(state: InterviewState, node: InterviewNode, text: string): Refusal | undefined {
  const before = node.kept;
  if (before === text) return undefined;
  if (state.reasons.size > 0) state.reasons.delete(node);
  keep(state, node, text);
  settle(state);
  const refusal = undoGrowth(state);
  if (refusal === undefined) return undefined;
  keep(state, node, before);
  settle(state);
  return refusal;
}
