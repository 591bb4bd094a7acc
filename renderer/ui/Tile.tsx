import type { ComponentPropsWithRef } from 'react';
import styles from './Tile.module.css';

interface TileProps extends ComponentPropsWithRef<'button'> {
  readonly chosen: boolean;
  /** `many`: any number of tiles may be chosen. `one`: choosing this leaves the others. */
  readonly of: 'many' | 'one';
}

/** A choice as large as a hand. That it is chosen shows in its shape (a tick, a thicker frame), not only in colour. */
export function Tile({ chosen, of, children, ...rest }: TileProps) {
  return (
    <button
      type="button"
      role={of === 'many' ? 'checkbox' : 'radio'}
      aria-checked={chosen}
      className={styles.tile}
      {...rest}
    >
      <span className={styles.label}>{children}</span>
      <svg className={styles.tick} data-of={of} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
        <rect className={styles.box} x="2" y="2" width="28" height="28" rx={of === 'many' ? 9 : 14} />
        {chosen && <path className={styles.check} d="M9 16.5 14 21.5 23.5 11" />}
      </svg>
    </button>
  );
}
