import { useId, type ReactNode } from 'react';
import styles from './Card.module.css';

interface CardProps {
  readonly title: string;
  /** A short remark at the other end of the heading: a count, a switch. */
  readonly aside?: ReactNode;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** A region of a screen with its heading. */
export function Card({ title, aside, className = '', children }: CardProps) {
  const headingId = useId();
  return (
    <section aria-labelledby={headingId} className={`${styles.card} ${className}`}>
      <div className={styles.head}>
        <h2 id={headingId} className={styles.title}>
          {title}
        </h2>
        {aside !== undefined && <div className={styles.aside}>{aside}</div>}
      </div>
      {children}
    </section>
  );
}
