import type { AnswerValue } from '../../questionTypes/index.ts';
import type { StartOptions } from '../circumstances.ts';
import type { Questionnaire } from '../questionnaire.ts';
import { draw, makeChance } from './chance.ts';
import type { InterviewState } from './interviewState.ts';
import { withoutPositions } from './lastSaved.ts';
import { makeState } from './makeState.ts';

/** The blank state of an interview that begins now, under these circumstances. */
export function openState(
  questionnaire: Questionnaire,
  options: Omit<StartOptions, 'preloaded'>,
): InterviewState {
  const chance = makeChance(options.seed);
  return makeState(questionnaire, {
    language: options.language ?? questionnaire.definition.defaultLanguage,
    now: options.now,
    timeZone: options.timeZone ?? 'UTC',
    orderSeed: draw(chance),
    chance,
    device: options.device ?? {},
    lists: options.lists ?? {},
    lastSaved: withoutPositions(encoded(questionnaire, options.lastSaved ?? {})),
  });
}

function* encoded(
  { byPath }: Questionnaire,
  answers: Readonly<Record<string, AnswerValue>>,
): Generator<readonly [string, string]> {
  for (const [path, value] of Object.entries(answers)) {
    const type = byPath.get(path.replace(/\[\d+\]/g, ''))?.type;
    const decoded = type?.decode(value);
    if (type !== undefined && type !== null && decoded?.ok === true) yield [path, type.encode(decoded.value)];
  }
}
