import type { Envelope, Response } from '../../../core/response/index.ts';
import type { Treatment } from './treatment.ts';

/** The response as people said that it is to be read. What arrived stays as it is. */
export function asTreated<Said extends Response | Envelope>(said: Said, { fix, apartId }: Treatment): Said {
  const responseId = apartId ?? said.responseId;
  if (fix === null) return { ...said, responseId };
  const { surveyId, questionnaireId, questionnaireVersion, questions, touchpointId } = fix;
  const renamed = ([path, answer]: readonly [string, string]) =>
    [(Object.hasOwn(questions, path) ? questions[path] : undefined) ?? path, answer] as const;
  return {
    ...said,
    responseId,
    surveyId,
    questionnaireId,
    questionnaireVersion,
    touchpointId: touchpointId ?? said.touchpointId,
    ...('answers' in said && {
      answers: Object.fromEntries(Object.entries(said.answers).map(renamed)),
    }),
  };
}
