import { currentValue } from '../currentValue.ts';
import type { DrawnProps } from '../questionProps.ts';
import { StarRow } from './StarRow.tsx';

/** One tap is the answer. */
export function Stars(props: DrawnProps) {
  const value = currentValue(props);
  const count = Number(props.view.parameters['points'] ?? 5) || 5;
  return (
    <StarRow {...props} first={1} count={count} chosen={typeof value === 'number' ? value : undefined} />
  );
}
