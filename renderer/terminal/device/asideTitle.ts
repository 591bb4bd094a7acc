import type { AsideEntry } from '../../data/aside/readAside.ts';
import type { CardProps } from './cardProps.ts';

export const asideTitle = (
  { seq }: Pick<AsideEntry, 'seq'>,
  language: string,
  say: CardProps['say'],
): string =>
  seq === null
    ? say('aside.record')
    : say('queue.number', { number: new Intl.NumberFormat(language).format(seq) });
