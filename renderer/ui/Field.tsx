import type { ComponentPropsWithRef } from 'react';
import styles from './Field.module.css';

/** A line to write in. Nothing that one person wrote is offered to the next. */
export function Field({ className = '', type = 'text', ...rest }: ComponentPropsWithRef<'input'>) {
  return (
    <input
      type={type}
      className={`${styles.field} ${className}`}
      autoComplete="off"
      autoCorrect="off"
      spellCheck={false}
      {...rest}
    />
  );
}
