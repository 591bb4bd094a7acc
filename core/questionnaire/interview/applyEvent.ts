import type { InterviewEvent, Outcome } from './event.ts';
import type { Interview } from './interview.ts';

/**
 * Takes one event. The same interview and the same event give the same outcome; nothing else is read. A refused event
 * leaves the data as it was. Throws when the interview is spent (another event was applied to it already).
 */
export function applyEvent(_interview: Interview, _event: InterviewEvent): Outcome {
  throw new Error('not built yet');
}
