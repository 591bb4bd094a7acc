import type { Refusal } from '../event.ts';
import { wakeAll } from '../state/instances.ts';
import type { InterviewState } from '../state/interviewState.ts';
import { settle } from '../state/settle.ts';

export function changeLanguage(state: InterviewState, language: string): Refusal | undefined {
  const { languages } = state.questionnaire.definition;
  if (!languages.some(({ code }) => code === language)) return { reason: 'unknownLanguage' };
  if (state.language === language) return undefined;
  state.language = language;
  wakeAll(state, ({ translated }) => translated);
  settle(state);
  return undefined;
}
