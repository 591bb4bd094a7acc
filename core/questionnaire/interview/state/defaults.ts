import { aim, dateAt, EvaluationFailure, toNumber } from '../../expression/index.ts';
import type { Frame } from './interviewNode.ts';
import type { InterviewNode } from './interviewNode.ts';
import type { InterviewState } from './interviewState.ts';
import { makeUuid } from './chance.ts';
import { keep, propagate } from './propagate.ts';
import { fit, resultText } from './resultText.ts';

/** What a new frame's questions begin with: literal defaults, or what the device knows. */
export function giveDefaults(state: InterviewState, frame: Frame): void {
  for (const { slot } of frame.scope.starters) {
    const node = frame.nodes[slot];
    const first = node === undefined ? undefined : (metadata(state, node) ?? literalDefault(state, node));
    if (node !== undefined && first !== undefined && first !== '') keep(state, node, first);
  }
}

/**
 * Dynamic defaults of new frames, once literal ones are given everywhere: in the order of the questionnaire, as pyxform writes
 * them and JavaRosa runs them, each with what depends on it.
 */
export function runDefaults(state: InterviewState, frames: readonly Frame[]): void {
  const due = frames.flatMap(({ nodes, scope }) =>
    scope.starters.flatMap(({ slot, rules }) =>
      rules.dynamicDefault === undefined ? [] : (nodes[slot] ?? []),
    ),
  );
  for (const node of due.toSorted((one, other) => one.place.id - other.place.id)) {
    const { dynamicDefault } = node.place.rules;
    if (dynamicDefault === undefined) continue;
    try {
      keep(state, node, resultText(dynamicDefault, aim(state.context, node), node.place));
    } catch (failure) {
      if (!(failure instanceof EvaluationFailure)) throw failure;
      state.failures.set(`${node.place.path} dynamicDefault`, failure.message);
    }
    propagate(state);
  }
}

/** A default that is no answer of the question's type leaves it blank. */
export function literalDefault(state: InterviewState, { place }: InterviewNode): string | undefined {
  const { question, type } = place;
  if (question?.default === undefined || type === null) return undefined;
  const decoded = type.decode(fit(question.default, place));
  return decoded.ok ? inZone(state, type.encode(decoded.value)) : '';
}

const WITHOUT_ZONE = /^(\d{4}-\d{2}-\d{2}T)?\d{2}:\d{2}:\d{2}\.\d{3}$/;

/** A time of day that says no zone is meant in the interview's. */
function inZone({ now, timeZone }: InterviewState, text: string): string {
  if (!WITHOUT_ZONE.test(text)) return text;
  if (text.includes('T')) return dateAt(toNumber(text, timeZone) * 86_400_000, timeZone, 'dateTime').text;
  return `${text}${dateAt(now, timeZone, 'dateTime').text.slice(-6)}`;
}

/** What metadata questions know when the interview begins. `end` is written when it finishes. */
function metadata(state: InterviewState, node: InterviewNode): string | undefined {
  const { place } = node;
  if (place.name === 'instanceID' && place.parent?.element?.name === 'meta')
    return `uuid:${makeUuid(state.chance)}`;
  if (place.question?.bind?.['jr:preload'] === 'uid') return `uuid:${makeUuid(state.chance)}`;
  const { device } = state;
  switch (place.question?.type) {
    case 'start':
      return moment(state);
    case 'today':
      return dateAt(state.now, state.timeZone, 'date').text;
    case 'deviceid':
      return device.deviceId;
    case 'username':
      return device.username;
    case 'email':
      return device.email;
    case 'phonenumber':
      return device.phoneNumber;
    default:
      return undefined;
  }
}

const moment = (state: InterviewState): string => dateAt(state.now, state.timeZone, 'dateTime').text;

/** Metadata that is known only when the interview finishes. */
export function writeEnd(state: InterviewState): void {
  for (const node of state.root.nodes) {
    if (node.place.question?.type === 'end') keep(state, node, moment(state));
  }
}
