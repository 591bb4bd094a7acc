import { aim, EvaluationFailure, compileExpression, parseExpression } from '../../expression/index.ts';
import type { Compiled } from '../../expression/index.ts';
import { bindingFor } from '../compile/accessor.ts';
import type { Place } from '../compile/place.ts';
import type { Questionnaire } from '../questionnaire.ts';
import type { InterviewNode } from '../state/interviewNode.ts';
import type { InterviewState } from '../state/interviewState.ts';

/** A text in pieces: what stands in it, and the answers that are piped in. */
export type Template = readonly (string | Compiled)[];

const REFERENCE = /\$\{[^}]*\}|<output\s+value="([^"]*)"\s*\/>/g;

/** The text with answers in the place of `${name}` and of XForms' outputs, as seen from `node`. What can not be read is left blank. */
export function pipe(state: InterviewState, node: InterviewNode, text: string): string {
  if (!text.includes('${') && !text.includes('<output')) return text;
  return templateOf(state.questionnaire, node.place, text)
    .map((piece) => (typeof piece === 'string' ? piece : read(state, node, piece)))
    .join('');
}

function read(state: InterviewState, node: InterviewNode, piece: Compiled): string {
  try {
    return piece.string(aim(state.context, node));
  } catch (failure) {
    if (failure instanceof EvaluationFailure) return '';
    throw failure;
  }
}

function templateOf(questionnaire: Questionnaire, place: Place, text: string): Template {
  const key = `${place.id}\n${text}`;
  const known = questionnaire.templateCache.get(key);
  if (known !== undefined) return known;
  const made: (string | Compiled)[] = [];
  let behind = 0;
  for (const { 0: reference, 1: output, index } of text.matchAll(REFERENCE)) {
    if (index > behind) made.push(text.slice(behind, index));
    const expression = output?.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>');
    made.push(compileReference(questionnaire, place, expression ?? reference) ?? reference);
    behind = index + reference.length;
  }
  if (behind < text.length) made.push(text.slice(behind));
  questionnaire.templateCache.set(key, made);
  return made;
}

function compileReference(
  questionnaire: Questionnaire,
  place: Place,
  reference: string,
): Compiled | undefined {
  const parsed = parseExpression(reference);
  return parsed.ok ? compileExpression(parsed.value, bindingFor(place, questionnaire)) : undefined;
}
