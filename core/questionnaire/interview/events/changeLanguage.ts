import type { Refusal } from '../event.ts';
import type { InterviewState } from '../state/interviewState.ts';

export function changeLanguage(state: InterviewState, language: string): Refusal | undefined {
  const { languages } = state.questionnaire.definition;
  if (!languages.some(({ code }) => code === language)) return { reason: 'unknownLanguage' };
  state.language = language;
  return undefined;
}
