import type { DrawnProps } from '../questionProps.ts';

/** What choices are drawn from, whatever their form. */
export interface SelectingProps extends DrawnProps {
  readonly of: 'one' | 'many';
  readonly chosen: readonly string[];
  readonly onChoose: (name: string) => void;
}
