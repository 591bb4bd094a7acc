import { err, ok } from '../../kernel/index.ts';
import type { Result } from '../../kernel/index.ts';
import type { AnswerValue } from '../questionTypes/index.ts';
import type { StartOptions, StartProblem } from './circumstances.ts';
import type { Interview } from './interview.ts';
import type { Questionnaire } from './questionnaire.ts';
import { nextScreen } from './screens/stepping.ts';
import { draw, makeChance } from './state/chance.ts';
import { findNode } from './state/findNode.ts';
import { begin } from './state/instances.ts';
import type { InterviewState } from './state/interviewState.ts';
import { withoutPositions } from './state/lastSaved.ts';
import { makeState } from './state/makeState.ts';
import { keep } from './state/propagate.ts';
import { settle } from './state/settle.ts';
import { forgetChanges, overflowMessage } from './state/changes.ts';

/** Begins an interview: defaults, metadata, preloaded answers, then everything that is calculated. */
export function startInterview(
  questionnaire: Questionnaire,
  options: StartOptions,
): Result<Interview, StartProblem> {
  const language = options.language ?? questionnaire.definition.defaultLanguage;
  const chance = makeChance(options.seed);
  const state = makeState(questionnaire, {
    language,
    now: options.now,
    timeZone: options.timeZone ?? 'UTC',
    orderSeed: draw(chance),
    chance,
    device: options.device ?? {},
    lists: options.lists ?? {},
    lastSaved: withoutPositions(encoded(questionnaire, options.lastSaved ?? {})),
  });
  begin(state, state.root, 'at the start');
  for (const [path, text] of Object.entries(questionnaire.definition.startAnswers ?? {})) {
    const node = findNode(state, path, 'making instances');
    const decoded = node?.place.type?.decode(text);
    if (node !== undefined && decoded?.ok === true)
      keep(state, node, node.place.type?.encode(decoded.value) ?? text);
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
