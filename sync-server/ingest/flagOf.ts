import { gravestFlag, type Flag, type Response } from '../../core/response/index.ts';
import type { Counting } from '../surveys/index.ts';

/** Under which flag a response is counted, by what its device said and by what the server sees; '' where nothing speaks against it. */
export function flagOf(response: Response, { leastSeconds = 0 }: Counting, hasSoundTime: boolean): Flag | '' {
  const { flags = [], endedBy, startedAt, finishedAt } = response;
  const isHasty = endedBy === 'finished' && finishedAt - startedAt < leastSeconds * 1_000;
  if (hasSoundTime && !isHasty) return gravestFlag(flags);
  return gravestFlag([...flags, ...(hasSoundTime ? [] : ['wrong_clock']), ...(isHasty ? ['too_fast'] : [])]);
}
