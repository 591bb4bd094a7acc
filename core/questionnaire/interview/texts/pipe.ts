import { mayHavePieces, textPieces } from '../../definition/index.ts';
import { aim, EvaluationFailure, compileExpression, parseExpression } from '../../expression/index.ts';
import type { Compiled } from '../../expression/index.ts';
import { bindingFor } from '../compile/accessor.ts';
import type { Place } from '../compile/place.ts';
import type { Questionnaire } from '../questionnaire.ts';
import type { InterviewNode } from '../state/interviewNode.ts';
import type { InterviewState } from '../state/interviewState.ts';

/** A text in pieces: what stands in it, and the answers that are piped in. */
export type Template = readonly (string | Compiled)[];

/** The text with values in the place of the expressions in it, as seen from `node`. What can not be worked out is left blank. */
export function pipe(state: InterviewState, node: InterviewNode, text: string): string {
  if (!mayHavePieces(text)) return text;
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
  const made = textPieces(text).map(({ written, expression }) =>
    expression === undefined ? written : (compileReference(questionnaire, place, expression) ?? written),
  );
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
