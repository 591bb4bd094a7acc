import { useEffect, useState } from 'react';
import { beginsCapital, type Field } from './writeInto.ts';

/** Capitals for one letter, for all that follow, or not. */
export type Shift = 'off' | 'once' | 'locked';

/** Two presses within so many milliseconds, and nothing between them, lock it. */
const DOUBLE = 400;

/** Where a sentence begins, capitals come by themselves, however its letters are typed. */
export function useShift(field: Field) {
  const [shift, setShift] = useState<Shift>('off');
  const [pressedAt, setPressedAt] = useState<number>();

  useEffect(() => {
    const renew = (): void =>
      setShift((now) => (now === 'locked' ? now : beginsCapital(field) ? 'once' : 'off'));
    renew();
    field.addEventListener('input', renew);
    return () => field.removeEventListener('input', renew);
  }, [field]);

  const press = (at: number): void => {
    const twice = pressedAt !== undefined && at - pressedAt < DOUBLE;
    setShift(twice ? 'locked' : shift === 'off' ? 'once' : 'off');
    setPressedAt(twice ? undefined : at);
  };
  const pressOther = (): void => setPressedAt(undefined);
  return { shift, press, pressOther };
}
