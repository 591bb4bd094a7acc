import type { Interview } from './interview.ts';
import { pathOf } from './state/frames.ts';

/** Path -> the reason given for keeping an answer against its warning; part of how the response was given. */
export function confirmedWarnings({ state }: Interview): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...state.reasons].filter(([node]) => node.relevant).map(([node, reason]) => [pathOf(node), reason]),
  );
}
