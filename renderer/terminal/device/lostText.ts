import type { StoreLoss } from '../../data/deviceDatabase.ts';
import type { CardProps } from './cardProps.ts';

/** How many are lost, and that none is, is said only as far as it is known. */
export function lostText(
  { lost, uncertain }: Pick<StoreLoss, 'lost' | 'uncertain'>,
  say: CardProps['say'],
): string {
  if (lost === 0) return say(uncertain === true ? 'loss.unknown' : 'loss.noneLost');
  const count = say('loss.lost', { count: lost });
  return uncertain === true ? `${count} ${say('loss.moreOrFewer')}` : count;
}
