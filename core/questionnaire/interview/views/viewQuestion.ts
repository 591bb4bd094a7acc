import type { Media, Question } from '../../definition/index.ts';
import type { AnswerValue } from '../../questionTypes/index.ts';
import { offeredChoices, offeredLists } from '../lists/offeredChoices.ts';
import type { Offered } from '../lists/offeredChoices.ts';
import { pathOf } from '../state/frames.ts';
import type { InterviewNode } from '../state/interviewNode.ts';
import type { InterviewState } from '../state/interviewState.ts';
import { pipe } from '../texts/pipe.ts';
import { textIn } from '../texts/textIn.ts';
import { warningHolds } from '../validation/constraintHolds.ts';
import { message } from '../validation/message.ts';
import { verdictOn } from '../validation/verdictOn.ts';
import type { ChoiceView, MediaView, QuestionView, Violation, Warning } from './view.ts';

export function viewQuestion(state: InterviewState, node: InterviewNode): QuestionView {
  const { question } = node.place;
  if (question === null) throw new Error(`${node.place.path} is no question`);
  const violation = violationOf(state, node);
  const warning = warningOf(state, node);
  return {
    path: pathOf(node),
    name: question.name,
    type: question.type,
    ...textsOf(state, node, question),
    choices: offeredChoices(state, node).map((choice) => viewChoice(state, choice)),
    value: valueOf(state, node),
    ...viewLists(state, node),
    required: node.required,
    readOnly: node.readOnly,
    relevant: node.relevant,
    ...(violation !== undefined && { violation }),
    ...(warning !== undefined && { warning }),
    appearance: question.appearance?.split(/\s+/).filter((word) => word !== '') ?? [],
    parameters: question.parameters ?? {},
    question,
  };
}

type Texts = Pick<QuestionView, 'label' | 'hint' | 'guidanceHint' | 'media'>;

function textsOf(state: InterviewState, node: InterviewNode, question: Question): Texts {
  const say = (text: Question['label']): string | undefined => {
    const found = textIn(state.questionnaire, text, state.language);
    return found === undefined ? undefined : pipe(state, node, found);
  };
  const hint = say(question.hint);
  const guidanceHint = say(question.guidanceHint);
  const media = viewMedia(state, question.media);
  return {
    label: say(question.label) ?? '',
    ...(hint !== undefined && { hint }),
    ...(guidanceHint !== undefined && { guidanceHint }),
    ...(media !== undefined && { media }),
  };
}

function viewMedia(state: InterviewState, media: Media | undefined): MediaView | undefined {
  if (media === undefined) return undefined;
  const kinds = ['image', 'bigImage', 'audio', 'video'] as const;
  const found = kinds.flatMap((kind) => {
    const file = textIn(state.questionnaire, media[kind], state.language);
    return file === undefined ? [] : [[kind, file]];
  });
  return Object.fromEntries(found) as MediaView;
}

/** The lists that parameters name; nothing for the many questions without such. */
function viewLists(state: InterviewState, node: InterviewNode): Pick<QuestionView, 'lists'> {
  const lists = offeredLists(state, node);
  if (lists.length === 0) return {};
  const seen = lists.map(([parameter, choices]) => [
    parameter,
    choices.map((choice) => viewChoice(state, choice)),
  ]);
  return { lists: Object.fromEntries(seen) as NonNullable<QuestionView['lists']> };
}

function viewChoice(state: InterviewState, { media, ...choice }: Offered): ChoiceView {
  const shown = viewMedia(state, media);
  return shown === undefined ? choice : { ...choice, media: shown };
}

/** What was refused stays on the screen until it is mended; otherwise the answer, blank while irrelevant. */
function valueOf(state: InterviewState, node: InterviewNode): AnswerValue {
  const refused = state.refusedInputs.get(node);
  const decoded = node.place.type?.decode(refused === undefined ? node.shown : refused.value);
  if (decoded?.ok === true) return decoded.value;
  return typeof refused?.value === 'string' ? refused.value : null;
}

/** Blank answers of required questions are a violation only once someone tried to leave them so. */
function violationOf(state: InterviewState, node: InterviewNode): Violation | undefined {
  const refused = state.refusedInputs.get(node);
  const verdict = refused?.reason ?? verdictOn(state, node);
  if (verdict === 'ok' || (verdict === 'required' && refused === undefined)) return undefined;
  const text = message(state, node, verdict);
  return {
    kind: verdict,
    ...(text !== undefined && { message: text }),
    ...(refused?.problem !== undefined && { problem: refused.problem }),
  };
}

function warningOf(state: InterviewState, node: InterviewNode): Warning | undefined {
  if (state.refusedInputs.has(node) || !node.relevant || warningHolds(state, node)) return undefined;
  const text = message(state, node, 'warning');
  const reason = state.reasons.get(node);
  return { ...(text !== undefined && { message: text }), ...(reason !== undefined && { reason }) };
}
