import type { ComponentPropsWithRef } from 'react';
import styles from './Key.module.css';

interface KeyProps extends ComponentPropsWithRef<'button'> {
  /** Chosen or standing for the present value; shown by shape and weight, too. */
  readonly on?: boolean;
}

/** A small square of a pad, a calendar or a stepper. It leaves the focus where it is, so that a field being written in stays so. */
export function Key({ on = false, className = '', type = 'button', ...rest }: KeyProps) {
  return (
    <button
      type={type}
      className={`${styles.key} ${className}`}
      data-on={on ? '' : undefined}
      onPointerDown={(event) => event.preventDefault()}
      {...rest}
    />
  );
}
