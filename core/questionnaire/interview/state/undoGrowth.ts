import type { Refusal } from '../event.ts';
import { overflowMessage } from './changes.ts';
import type { InterviewState } from './interviewState.ts';

/**
 * When the present event made a repeat want more instances than are allowed: takes back all that it added and removed, and
 * gives the refusal. What else the event did is for the caller to take back, and to settle.
 */
export function undoGrowth(state: InterviewState): Refusal | undefined {
  const { overflow } = state;
  if (overflow === null) return undefined;
  undoInstances(state);
  state.overflow = null;
  return { reason: 'tooMany', path: overflow.path, message: overflowMessage(overflow) };
}

/** Takes back all instances that the present event added and removed; to settle is for the caller. */
export function undoInstances(state: InterviewState): void {
  for (const takeBack of state.undo.splice(0).reverse()) takeBack();
  state.undo.length = 0;
  state.structure.length = 0;
}
