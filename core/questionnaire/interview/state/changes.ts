import type { Change } from '../event.ts';
import { pathOf } from './frames.ts';
import { READ_ONLY, RELEVANT, REQUIRED, VALUE } from './interviewNode.ts';
import type { InterviewState } from './interviewState.ts';
import { limits } from './limits.ts';

const NAMES = [
  [VALUE, 'value'],
  [RELEVANT, 'relevant'],
  [REQUIRED, 'required'],
  [READ_ONLY, 'readOnly'],
] as const;

/** What the present event has changed so far, and forgets it. */
export function takeChanges(state: InterviewState): readonly Change[] {
  const changes: Change[] = state.structure.map(({ path, what }) => ({ path, what: [what] }));
  for (const node of state.touched) {
    const { touched } = node;
    if (node.frame.removed) continue;
    changes.push({
      path: pathOf(node),
      what: NAMES.flatMap(([bit, name]) => ((touched & bit) === 0 ? [] : [name])),
    });
  }
  forgetChanges(state);
  return changes;
}

export function forgetChanges(state: InterviewState): void {
  for (const node of state.touched) node.touched = 0;
  state.touched.length = 0;
  state.structure.length = 0;
  state.overflow = null;
}

export const overflowMessage = ({ path, count }: { readonly path: string; readonly count: number }): string =>
  `The repeat ${path} would have ${count} instances; more than ${limits.instances} are not allowed. Bound its count.`;
