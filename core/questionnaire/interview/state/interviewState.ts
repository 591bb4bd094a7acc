import type { Frame } from './frame.ts';

/** The inside of a running interview; nothing outside this room reads it. */
export interface InterviewState {
  readonly root: Frame;
}
