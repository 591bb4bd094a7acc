import { toNumber } from '../../expression/index.ts';
import type { DataNode } from '../../expression/index.ts';
import type { InterviewState } from './interviewState.ts';

/** `${last-saved#name}`: the answer in the interview that was finished before this one; of repeats, in the first instance. */
export function lastSavedNodes(state: InterviewState, name: string): readonly DataNode[] {
  for (const place of state.questionnaire.byName.get(name) ?? []) {
    const text = state.lastSaved.get(place.path);
    if (text !== undefined) return [leaf(name, text, state.document)];
  }
  return [];
}

/** Answers by path without positions; of several instances the first. */
export function withoutPositions(answers: Iterable<readonly [string, string]>): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [path, text] of answers) {
    const plain = path.replace(/\[\d+\]/g, '');
    if (!found.has(plain)) found.set(plain, text);
  }
  return found;
}

const leaf = (name: string, text: string, parent: DataNode): DataNode => ({
  name,
  parent,
  children: [],
  relevant: true,
  text: () => text,
  number: () => toNumber(text),
  position: () => 1,
});
