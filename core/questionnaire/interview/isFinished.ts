import type { Interview } from './interview.ts';

/** The finish event was taken; no further event will be. */
export const isFinished = ({ state }: Interview): boolean => state.finished;
