import { gravestFlag, type Flag, type Response } from '../../core/response/index.ts';
import type { Counting } from '../surveys/index.ts';

/** Under which flag a response is counted, by what its device said and by what the server sees; '' where nothing speaks against it. */
export function flagOf(response: Response, counting: Counting, hasSoundTime: boolean): Flag | '' {
  const { leastSeconds = 0, leastSecondsBetween = 0 } = counting;
  const { flags = [], endedBy, startedAt, finishedAt, sinceLast = Infinity } = response;
  const isRepeat = sinceLast < leastSecondsBetween * 1_000;
  const isHasty = endedBy === 'finished' && finishedAt - startedAt < leastSeconds * 1_000;
  if (hasSoundTime && !isRepeat && !isHasty) return gravestFlag(flags);
  return gravestFlag([
    ...flags,
    ...(hasSoundTime ? [] : ['wrong_clock']),
    ...(isRepeat ? ['repeat'] : []),
    ...(isHasty ? ['too_fast'] : []),
  ]);
}
