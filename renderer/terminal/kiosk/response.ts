import { finishedAnswers, questionTypeOf, questionView } from '../../../core/questionnaire/index.ts';
import type { Interview } from '../../../core/questionnaire/index.ts';
import type { Ending, Response } from '../../../core/response/index.ts';
import type { KioskSetting, Sitting } from './kiosk.ts';

/** The response as it stands at `monotonic`, ended as `endedBy` says. */
export function responseOf(
  setting: KioskSetting,
  sitting: Sitting,
  language: string,
  endedBy: Ending,
  monotonic: number,
): Response {
  const { definition } = setting.questionnaire;
  const elapsed = Math.max(0, Math.round(monotonic - sitting.startedMonotonic));
  return {
    schema: 1,
    responseId: sitting.responseId,
    rev: 1,
    ...setting.identity,
    questionnaireId: definition.id,
    questionnaireVersion: definition.version,
    channel: 'terminal',
    language,
    startedAt: sitting.startedAt,
    finishedAt: sitting.startedAt + elapsed,
    timezone: setting.timezone,
    endedBy,
    answers: answerTexts(sitting.interview),
    paradata: [...sitting.paradata, { event: 'end', at: elapsed, detail: endedBy }],
    ...(sitting.sinceLast !== undefined && { sinceLast: sitting.sinceLast }),
    ...(sitting.flags.length > 0 && { flags: sitting.flags }),
  };
}

/** Every relevant answer as the XForms string of its type. */
function answerTexts(interview: Interview): Readonly<Record<string, string>> {
  const texts: Record<string, string> = {};
  for (const [path, value] of Object.entries(finishedAnswers(interview))) {
    const view = questionView(interview, path);
    if (view !== undefined) texts[path] = questionTypeOf(view.type).encode(value);
  }
  return texts;
}

/** Has the person said anything that still stands? Calculations and metadata are not said by anyone. */
export const saysSomething = (sitting: Sitting, response: Response): boolean =>
  sitting.answered.some((path) => response.answers[path] !== undefined);
