import type { Cell, Place } from '../compile/place.ts';
import { giveDefaults, runDefaults } from './defaults.ts';
import { makeFrame, pathOf } from './frames.ts';
import type { Frame, InterviewNode } from './interviewNode.ts';
import type { InterviewState } from './interviewState.ts';
import { limits } from './limits.ts';
import { fire, keep, wake } from './propagate.ts';

export const instancesOf = (place: Place, holder: Frame): readonly Frame[] =>
  holder.repeats[place.scope.index] ?? [];

/** Adds blank instances at the end of a repeat; false, and nothing done, when that would be more than the limits allow. */
export function addInstances(state: InterviewState, place: Place, holder: Frame, count: number): boolean {
  const instances = holder.repeats[place.scope.index];
  if (instances === undefined) throw new Error(`${place.path} is no repeat here`);
  const nodes = state.nodeCount + count * place.scope.places.length;
  if (instances.length + count > limits.instances || nodes > limits.nodes) return false;
  const added: Frame[] = [];
  for (let index = 0; index < count; index += 1) {
    const frame = makeFrame(place.scope, holder, instances.length);
    instances.push(frame);
    added.push(frame);
    state.nodeCount += frame.nodes.length;
  }
  forget(place, holder);
  for (const frame of added) {
    note(state, frame, 'added');
    begin(state, frame, 'added later');
  }
  fire(state, place.structureDependents, holder);
  state.undo.push(() => removeInstances(state, place, holder, instances.length - count, count));
  return true;
}

/**
 * What a new frame begins with: first values, and everything in it to be evaluated. Repeats have the instances that they
 * start with when the interview does. Inside instances that are added later only those within a group have them: the
 * templates that pyxform writes, and JavaRosa copies, hold instances of these and of no others.
 */
export function begin(state: InterviewState, frame: Frame, when: 'at the start' | 'added later'): void {
  const begun: Frame[] = [];
  beginIn(state, frame, when, begun);
  runDefaults(state, begun);
  if (when === 'added later') giveFormTexts(state, frame);
  for (const each of begun) for (const cell of each.scope.cells) wake(state, cell, each);
}

function beginIn(
  state: InterviewState,
  frame: Frame,
  when: 'at the start' | 'added later',
  begun: Frame[],
): void {
  begun.push(frame);
  giveDefaults(state, frame);
  for (const place of frame.scope.repeats) {
    if (when === 'at the start' || place.parent !== frame.scope.head) addFirst(state, place, frame, begun);
  }
}

/** What the form says of an instance of that position, where it is the form that decides how many there are. */
function giveFormTexts(state: InterviewState, frame: Frame): void {
  const { startAnswers } = state.questionnaire.definition;
  if (startAnswers === undefined || frame.scope.head.rules.repeatCount === undefined) return;
  for (const node of frame.nodes) {
    const text = startAnswers[pathOf(node)];
    if (text !== undefined) giveText(state, node, text);
  }
}

/** An answer that the questionnaire itself gives; what is none of the question's type is passed over. */
export function giveText(state: InterviewState, node: InterviewNode, text: string): void {
  const { type } = node.place;
  const decoded = type?.decode(text);
  if (type !== null && decoded?.ok === true) keep(state, node, type.encode(decoded.value));
}

function addFirst(state: InterviewState, place: Place, holder: Frame, begun: Frame[]): void {
  const { element } = place;
  if (element?.type !== 'repeat') return;
  const count = Math.min(element.startInstances ?? 1, limits.instances);
  if (state.nodeCount + count * place.scope.places.length > limits.nodes) {
    state.overflow = { path: place.path, count };
    return;
  }
  for (let index = 0; index < count; index += 1) {
    const frame = makeFrame(place.scope, holder, index);
    holder.repeats[place.scope.index]?.push(frame);
    state.nodeCount += frame.nodes.length;
    note(state, frame, 'added');
  }
  for (const frame of instancesOf(place, holder)) beginIn(state, frame, 'at the start', begun);
}

/** Everything is to be evaluated again, or what `which` says. */
export function wakeAll(
  state: InterviewState,
  which: (cell: Cell) => boolean = () => true,
  frame: Frame = state.root,
): void {
  for (const cell of frame.scope.cells) if (which(cell)) wake(state, cell, frame);
  for (const instances of frame.repeats) for (const instance of instances) wakeAll(state, which, instance);
}

/** Takes instances away, with all inside them: so many from a 0-based position on. */
export function removeInstances(
  state: InterviewState,
  place: Place,
  holder: Frame,
  from: number,
  count: number,
): void {
  const instances = holder.repeats[place.scope.index];
  if (instances === undefined) throw new Error(`${place.path} is no repeat here`);
  const removed = instances.splice(from, count);
  for (const frame of removed) {
    note(state, frame, 'removed');
    discard(state, frame);
  }
  reorder(state, place, holder, from);
  state.undo.push(() => {
    instances.splice(from, 0, ...removed);
    for (const frame of removed) restore(state, frame);
    reorder(state, place, holder, from);
  });
}

function reorder(state: InterviewState, place: Place, holder: Frame, from: number): void {
  const instances = instancesOf(place, holder);
  for (let index = from; index < instances.length; index += 1) {
    const later = instances[index];
    if (later !== undefined) later.index = index;
  }
  forget(place, holder);
  fire(state, place.structureDependents, holder);
}

function restore(state: InterviewState, frame: Frame): void {
  frame.removed = false;
  state.nodeCount += frame.nodes.length;
  for (const cell of frame.scope.cells) wake(state, cell, frame);
  for (const instances of frame.repeats) for (const nested of instances) restore(state, nested);
}

function discard(state: InterviewState, frame: Frame): void {
  frame.removed = true;
  state.nodeCount -= frame.nodes.length;
  for (const node of frame.nodes) {
    state.refusedInputs.delete(node);
    state.reasons.delete(node);
  }
  for (const instances of frame.repeats) for (const nested of instances) discard(state, nested);
}

/** The node around a repeat lists its children anew. */
function forget(place: Place, holder: Frame): void {
  if (place.parent !== null) holder.nodes[place.parent.slot]?.forgetChildren();
}

function note(state: InterviewState, frame: Frame, what: 'added' | 'removed'): void {
  const [head] = frame.nodes;
  if (head !== undefined) state.structure.push({ path: pathOf(head), what });
}
