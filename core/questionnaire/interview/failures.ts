import type { Interview } from './interview.ts';

/** What could not be evaluated and why, by path and column (`/data/total calculation`): such a calculation is blank. */
export const failures = ({ state }: Interview): Readonly<Record<string, string>> =>
  Object.fromEntries(state.failures);
