import type { Overview } from '../../../core/protocol/index.ts';

/** The latest moment at which somebody is known to have answered, from what the devices say and from the comments. */
export function latestResponse({ devices, comments }: Overview): number | null {
  const moments = [...devices.map(({ lastResponseAt }) => lastResponseAt), ...comments.map(({ at }) => at)];
  const known = moments.filter((moment) => moment !== null);
  return known.length === 0 ? null : Math.max(...known);
}
