import { aim, EvaluationFailure } from '../../expression/index.ts';
import type { Cell, Edge } from '../compile/place.ts';
import { resultText } from './resultText.ts';
import { eachFrame, pathOf } from './frames.ts';
import type { Frame } from './interviewNode.ts';
import type { InterviewNode } from './interviewNode.ts';
import { READ_ONLY, RELEVANT, REQUIRED, VALUE } from './interviewNode.ts';
import type { InterviewState } from './interviewState.ts';
import { limits } from './limits.ts';

/** Evaluates whatever waits, and whatever that makes wait, until nothing does. Counts and triggers are left to `settle`. */
export function propagate(state: InterviewState): void {
  const { agenda, questionnaire } = state;
  let highest = -1;
  let extra = 0;
  for (let rank = agenda.take(); rank >= 0; rank = agenda.take()) {
    const cell = questionnaire.cells[rank];
    if (cell === undefined) throw new Error(`no cell of rank ${rank}`);
    const frames = agenda.at(rank);
    const expected = rank > highest ? frames.length : 0;
    highest = Math.max(highest, rank);
    for (let index = 0; index < frames.length; index += 1) {
      const frame = frames[index];
      if (frame === undefined) break;
      frame.waiting[cell.local] = 0;
      if (index >= expected) extra += 1;
      if (frame.removed) continue;
      if (extra > limits.extraEvaluations)
        fail(state, cell, frame, 'the repeat instances that read each other never settle');
      else if (state.spent > limits.steps)
        fail(state, cell, frame, 'the questionnaire looks at too many questions at once');
      else evaluate(state, cell, frame);
    }
    agenda.done(rank);
  }
}

export function fire(state: InterviewState, edges: readonly Edge[], frame: Frame): void {
  for (const { cell, up, down } of edges) {
    if (up === 0 && down.length === 0) wake(state, cell, frame);
    else eachFrame(frame, up, down, (found) => wake(state, cell, found));
  }
}

export function wake(state: InterviewState, cell: Cell, frame: Frame): void {
  if (cell.kind === 'repeatCount') {
    if (frame.waiting[cell.local] === 1) return;
    frame.waiting[cell.local] = 1;
    state.waitingCounts.push({ cell, frame });
  } else state.agenda.add(cell, frame);
}

function evaluate(state: InterviewState, cell: Cell, frame: Frame): void {
  const node = frame.nodes[cell.place.slot];
  if (node === undefined) return;
  const context = aim(state.context, node);
  try {
    if (cell.kind === 'calculation') keep(state, node, resultText(cell.compiled, context, node.place));
    else if (cell.kind === 'relevant') setOwnRelevant(state, node, cell.compiled.boolean(context));
    else if (cell.kind === 'required') setRequired(state, node, cell.compiled.boolean(context));
    else setOwnReadOnly(state, node, cell.compiled.boolean(context));
  } catch (failure) {
    if (!(failure instanceof EvaluationFailure)) throw failure;
    fail(state, cell, frame, failure.message);
    if (cell.kind === 'calculation') keep(state, node, '');
    return;
  } finally {
    state.spent += context.steps;
  }
  if (state.failures.size > 0) state.failures.delete(failureKey(cell, node));
}

function fail(state: InterviewState, cell: Cell, frame: Frame, message: string): void {
  const node = frame.nodes[cell.place.slot];
  if (node !== undefined) state.failures.set(failureKey(cell, node), message);
}

const failureKey = (cell: Cell, node: InterviewNode): string => `${pathOf(node)} ${cell.kind}`;

/** Gives a question its answer, as XForms text. */
export function keep(state: InterviewState, node: InterviewNode, text: string): void {
  if (node.kept === text) return;
  node.kept = text;
  touch(state, node, VALUE);
  if (node.place.triggered.length > 0) state.firedTriggers.push(node);
  if (node.relevant) {
    node.show(text);
    fire(state, node.place.dependents, node.frame);
  } else fireCounts(state, node);
}

/** Repeats are counted by what a question keeps, as JavaRosa does, also while it is irrelevant. */
function fireCounts(state: InterviewState, node: InterviewNode): void {
  for (const { cell, up, down } of node.place.dependents) {
    if (cell.counts?.place === node.place)
      eachFrame(node.frame, up, down, (frame) => wake(state, cell, frame));
  }
}

function setRequired(state: InterviewState, node: InterviewNode, required: boolean): void {
  if (node.required === required) return;
  node.required = required;
  touch(state, node, REQUIRED);
}

function setOwnRelevant(state: InterviewState, node: InterviewNode, relevant: boolean): void {
  if (node.ownRelevant === relevant) return;
  node.ownRelevant = relevant;
  inheritRelevance(state, node);
}

function inheritRelevance(state: InterviewState, node: InterviewNode): void {
  const relevant = node.ownRelevant && (node.above?.relevant ?? true);
  if (node.relevant === relevant) return;
  node.relevant = relevant;
  touch(state, node, RELEVANT);
  if (node.place.question !== null) node.show(relevant ? node.kept : '');
  fire(state, node.place.dependents, node.frame);
  eachChild(node, (child) => inheritRelevance(state, child));
}

function setOwnReadOnly(state: InterviewState, node: InterviewNode, readOnly: boolean): void {
  if (node.ownReadOnly === readOnly) return;
  node.ownReadOnly = readOnly;
  inheritReadOnly(state, node);
}

function inheritReadOnly(state: InterviewState, node: InterviewNode): void {
  const readOnly = node.ownReadOnly || (node.above?.readOnly ?? false);
  if (node.readOnly === readOnly) return;
  node.readOnly = readOnly;
  touch(state, node, READ_ONLY);
  eachChild(node, (child) => inheritReadOnly(state, child));
}

function eachChild(node: InterviewNode, visit: (child: InterviewNode) => void): void {
  for (const child of node.place.children) {
    if (child.kind === 'repeat') {
      for (const instance of node.frame.repeats[child.scope.index] ?? []) {
        const head = instance.nodes[0];
        if (head !== undefined) visit(head);
      }
    } else {
      const found = node.frame.nodes[child.slot];
      if (found !== undefined) visit(found);
    }
  }
}

export function touch(state: InterviewState, node: InterviewNode, what: number): void {
  if (node.touched === 0) state.touched.push(node);
  node.touched |= what;
}
