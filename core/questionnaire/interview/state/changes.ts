import type { Change } from '../event.ts';
import { pathOf } from './frames.ts';
import { DUE, READ_ONLY, RELEVANT, REQUIRED, VALUE } from './interviewNode.ts';
import type { InterviewState } from './interviewState.ts';
import { limits } from './limits.ts';

type What = Change['what'];

/** By the bits of `touched`, so that a change costs no array of its own. */
const WHAT: readonly What[] = Array.from({ length: 32 }, (_, bits) => [
  ...((bits & VALUE) === 0 ? [] : (['value'] as const)),
  ...((bits & RELEVANT) === 0 ? [] : (['relevant'] as const)),
  ...((bits & REQUIRED) === 0 ? [] : (['required'] as const)),
  ...((bits & READ_ONLY) === 0 ? [] : (['readOnly'] as const)),
  ...((bits & DUE) === 0 ? [] : (['due'] as const)),
]);

const NOTHING: What = [];

/** What the present event has changed so far, and forgets it. */
export function takeChanges(state: InterviewState): readonly Change[] {
  const changes: Change[] = state.structure.map(({ path, what }) => ({ path, what: [what] }));
  for (const node of state.touched) {
    if (!node.frame.removed) changes.push({ path: pathOf(node), what: WHAT[node.touched] ?? NOTHING });
  }
  forgetChanges(state);
  return changes;
}

export function forgetChanges(state: InterviewState): void {
  for (const node of state.touched) node.touched = 0;
  state.touched.length = 0;
  state.structure.length = 0;
  state.undo.length = 0;
  state.overflow = null;
  state.spent = 0;
}

export const overflowMessage = ({
  path,
  count,
}: {
  readonly path: string;
  readonly count: number;
}): string =>
  count === Number.POSITIVE_INFINITY
    ? `The repeat ${path} counts itself and never stops growing. Bound its count.`
    : count <= limits.instances
      ? `With ${count} instances of the repeat ${path} the interview would have more than ${limits.nodes} places. Bound its count.`
      : `The repeat ${path} would have ${count} instances; more than ${limits.instances} are not allowed. Bound its count.`;
