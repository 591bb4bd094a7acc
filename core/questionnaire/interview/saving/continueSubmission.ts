import { err, ok } from '../../../kernel/index.ts';
import type { Result } from '../../../kernel/index.ts';
import type { StartProblem } from '../circumstances.ts';
import type { Questionnaire } from '../questionnaire.ts';
import { nextScreen } from '../screens/stepping.ts';
import { makeUuid } from '../state/chance.ts';
import { forgetChanges, overflowMessage } from '../state/changes.ts';
import { findNode } from '../state/findNode.ts';
import { wakeAll } from '../state/instances.ts';
import type { InterviewState } from '../state/interviewState.ts';
import { openState } from '../state/openState.ts';
import { keep } from '../state/propagate.ts';
import { settle } from '../state/settle.ts';
import type { SubmittedNode } from '../views/submittedTree.ts';
import { fillFrom } from './fillFrom.ts';
import type { Continued, ContinueOptions } from './submission.ts';

/**
 * Begins where a submission ends. What only a new response does is not done again: no dynamic defaults, no metadata, no
 * triggers; calculations, relevance and counts are evaluated anew. What the submission leaves out, as it was not relevant
 * then, begins with the form's own texts, as in ODK Web Forms. An error when it is a submission of something else, or larger
 * than any interview may get.
 */
export function continueSubmission(
  questionnaire: Questionnaire,
  submitted: SubmittedNode,
  options: ContinueOptions,
): Result<Continued, StartProblem> {
  const { root, definition } = questionnaire;
  const id = submitted.attributes['id'];
  if (submitted.name !== root.name)
    return err({ path: '', message: `This is <${submitted.name}>, and submissions are <${root.name}>.` });
  if (id !== definition.id)
    return err({ path: '', message: `This is a submission of "${id ?? ''}", not of "${definition.id}".` });
  const state = openState(questionnaire, options);
  const leftOut = fillFrom(state, submitted);
  if (state.overflow === null) {
    identify(state, submitted, options.purpose);
    wakeAll(state);
    state.firedTriggers.length = 0;
    settle(state);
    state.cursor = nextScreen(state, 'the beginning');
  }
  if (state.overflow !== null)
    return err({ path: state.overflow.path, message: overflowMessage(state.overflow) });
  forgetChanges(state);
  return ok({ interview: { questionnaire, revision: 0, state }, leftOut });
}

function identify(
  state: InterviewState,
  submitted: SubmittedNode,
  purpose: ContinueOptions['purpose'],
): void {
  const meta = submitted.children.find(({ name }) => name === 'meta');
  const replaced = meta?.children.find(({ name }) => name === 'deprecatedID')?.text.trim() ?? '';
  if (replaced !== '') state.deprecatedId = replaced;
  const node = findNode(state, `${state.questionnaire.root.path}/meta/instanceID`);
  if (node === undefined || (purpose === 'goOn' && node.kept !== '')) return;
  if (node.kept !== '') state.deprecatedId = node.kept;
  keep(state, node, `uuid:${makeUuid(state.chance)}`);
}
