import { err, ok } from '../../kernel/index.ts';
import type { Result } from '../../kernel/index.ts';
import type { AnswerValue } from '../questionTypes/index.ts';
import type { StartOptions, StartProblem } from './circumstances.ts';
import type { Interview } from './interview.ts';
import type { Questionnaire } from './questionnaire.ts';
import { nextScreen } from './screens/stepping.ts';
import { findNode } from './state/findNode.ts';
import { begin, giveText } from './state/instances.ts';
import type { InterviewState } from './state/interviewState.ts';
import { openState } from './state/openState.ts';
import { keep } from './state/propagate.ts';
import { settle } from './state/settle.ts';
import { forgetChanges, overflowMessage } from './state/changes.ts';

/** Begins an interview: defaults, metadata, preloaded answers, then everything that is calculated. */
export function startInterview(
  questionnaire: Questionnaire,
  options: StartOptions,
): Result<Interview, StartProblem> {
  const state = openState(questionnaire, options);
  begin(state, state.root, 'at the start');
  for (const [path, text] of Object.entries(questionnaire.definition.startAnswers ?? {})) {
    const node = findNode(state, path, 'making instances');
    if (node !== undefined) giveText(state, node, text);
  }
  const problem = preload(state, options.preloaded ?? {});
  if (problem !== undefined) return err(problem);
  settle(state);
  state.cursor = nextScreen(state, 'the beginning');
  if (state.overflow !== null)
    return err({ path: state.overflow.path, message: overflowMessage(state.overflow) });
  forgetChanges(state);
  return ok({ questionnaire, revision: 0, state });
}

function preload(
  state: InterviewState,
  preloaded: Readonly<Record<string, AnswerValue>>,
): StartProblem | undefined {
  for (const [path, value] of Object.entries(preloaded)) {
    const node = findNode(state, path, 'making instances');
    const { type } = node?.place ?? {};
    if (node === undefined || type === null || type === undefined)
      return { path, message: `No question at ${path}.` };
    const decoded = type.decode(value);
    if (!decoded.ok)
      return { path, message: `No answer for a question of type ${type.name}: ${decoded.error.code}.` };
    keep(state, node, type.encode(decoded.value));
  }
  return undefined;
}
