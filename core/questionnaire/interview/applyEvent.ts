import { answer } from './events/answer.ts';
import { confirm } from './events/confirm.ts';
import { finish } from './events/finish.ts';
import { changeLanguage } from './events/changeLanguage.ts';
import { goBack, goForward, goTo } from './events/navigate.ts';
import { addRepeat, removeRepeat } from './events/repeats.ts';
import type { InterviewEvent, Outcome, Refusal } from './event.ts';
import type { Interview } from './interview.ts';
import { leaveRemoved } from './screens/screens.ts';
import { takeChanges } from './state/changes.ts';
import type { InterviewState } from './state/interviewState.ts';

/**
 * Takes one event. The same interview and the same event give the same outcome; nothing else is read. A refused event
 * leaves the data as it was. Throws when the interview is spent (another event was applied to it already).
 */
export function applyEvent(interview: Interview, event: InterviewEvent): Outcome {
  const { state, questionnaire } = interview;
  if (state.revision !== interview.revision) {
    throw new Error('another event was applied to this interview: go on with the interview of its outcome');
  }
  if (event.at !== undefined) state.now = event.at;
  const refused = state.finished ? FINISHED : take(state, event);
  if (state.structure.length > 0) leaveRemoved(state);
  state.revision += 1;
  const next = { questionnaire, revision: state.revision, state };
  const changes = takeChanges(state);
  return refused === undefined ? { interview: next, changes } : { interview: next, changes, refused };
}

const FINISHED: Refusal = { reason: 'finished' };

function take(state: InterviewState, event: InterviewEvent): Refusal | undefined {
  switch (event.kind) {
    case 'answer':
      return answer(state, event.path, event.value);
    case 'confirm':
      return confirm(state, event.path, event.reason);
    case 'addRepeat':
      return addRepeat(state, event.path);
    case 'removeRepeat':
      return removeRepeat(state, event.path);
    case 'next':
      return goForward(state);
    case 'back':
      return goBack(state);
    case 'goTo':
      return goTo(state, event.path);
    case 'language':
      return changeLanguage(state, event.language);
    case 'finish':
      return finish(state);
  }
}
