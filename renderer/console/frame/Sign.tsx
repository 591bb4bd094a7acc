import type { ReactNode } from 'react';
import styles from './Sign.module.css';

export type Tone = 'good' | 'warning' | 'danger' | 'quiet';

interface SignProps {
  readonly tone: Tone;
  /** A drawing of its own shape in 16 by 16, so that nothing is told by colour alone. */
  readonly path: string;
  readonly children: ReactNode;
}

/** How something is, in a word or two. */
export function Sign({ tone, path, children }: SignProps) {
  return (
    <span className={styles.sign} data-tone={tone}>
      <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">
        <path d={path} />
      </svg>
      {children}
    </span>
  );
}
