import type { Refusal } from '../event.ts';
import { neighbour, screenNode } from '../screens/screens.ts';
import { isAsked, questionsAt } from '../screens/spots.ts';
import { nextScreen } from '../screens/stepping.ts';
import { findNode } from '../state/findNode.ts';
import { pathOf } from '../state/frames.ts';
import type { InterviewNode } from '../state/interviewNode.ts';
import type { Cursor, InterviewState } from '../state/interviewState.ts';
import { settle } from '../state/settle.ts';
import { undoGrowth } from '../state/undoGrowth.ts';
import { dropStaleChoices } from './dropStaleChoices.ts';
import { warningHolds } from '../validation/constraintHolds.ts';
import { message } from '../validation/message.ts';
import { verdictOn } from '../validation/verdictOn.ts';

/** On to the next screen, unless something on this one is to be mended or confirmed first. */
export function goForward(state: InterviewState): Refusal | undefined {
  if (state.cursor.at === 'end') return { reason: 'noFurther' };
  for (const node of shownNow(state)) {
    const refusal = objection(state, node);
    if (refusal !== undefined) return refusal;
  }
  const next = nextScreen(state, state.cursor);
  const tooMany = undoGrowth(state);
  if (tooMany === undefined) arrive(state, next);
  else settle(state);
  return tooMany;
}

function objection(state: InterviewState, node: InterviewNode): Refusal | undefined {
  const reason = state.refusedInputs.get(node)?.reason ?? verdictOn(state, node);
  const open = reason === 'ok' && !state.reasons.has(node) && !warningHolds(state, node) ? 'warning' : reason;
  if (open === 'ok') return undefined;
  if (open === 'required') state.refusedInputs.set(node, { value: null, reason: open });
  const text = message(state, node, open);
  const problem = state.refusedInputs.get(node)?.problem;
  return {
    reason: open,
    path: pathOf(node),
    ...(text !== undefined && { message: text }),
    ...(problem !== undefined && { problem }),
  };
}

/** Back one screen. What was refused on this one is forgotten; the data never had it. */
export function goBack(state: InterviewState): Refusal | undefined {
  const before = neighbour(state, -1);
  if (before === undefined) return { reason: 'noFurther' };
  forgetRefused(state);
  arrive(state, before);
  return undefined;
}

export function goTo(state: InterviewState, path: string): Refusal | undefined {
  const node = findNode(state, path);
  if (node === undefined || !isAsked(node.place)) return { reason: 'unknownPath', path };
  if (!node.relevant) return { reason: 'irrelevant' };
  forgetRefused(state);
  arrive(state, { at: 'node', node: screenNode(node) });
  return undefined;
}

function arrive(state: InterviewState, cursor: Cursor): void {
  state.cursor = cursor;
  for (const node of shownNow(state)) dropStaleChoices(state, node);
}

function forgetRefused(state: InterviewState): void {
  for (const node of shownNow(state)) state.refusedInputs.delete(node);
}

const shownNow = ({ cursor }: InterviewState): readonly InterviewNode[] =>
  cursor.at === 'node' ? questionsAt(cursor.node) : [];
