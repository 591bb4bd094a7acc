import type { Response } from '../../../core/response/index.ts';
import type { Treatment } from './treatment.ts';

/** The response as people said that it is to be read. What arrived stays as it is. */
export function asTreated(response: Response, { fix, apartId }: Treatment): Response {
  const responseId = apartId ?? response.responseId;
  if (fix === null) return { ...response, responseId };
  const { surveyId, questionnaireId, questionnaireVersion, questions, touchpointId } = fix;
  const answers = Object.entries(response.answers).map(
    ([path, answer]) => [Object.hasOwn(questions, path) ? questions[path] : path, answer] as const,
  );
  return {
    ...response,
    responseId,
    surveyId,
    questionnaireId,
    questionnaireVersion,
    touchpointId: touchpointId ?? response.touchpointId,
    answers: Object.fromEntries(answers) as Response['answers'],
  };
}
