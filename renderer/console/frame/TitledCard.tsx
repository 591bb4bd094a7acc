import { useId, type ReactNode } from 'react';
import styles from './TitledCard.module.css';

interface TitledCardProps {
  readonly title: string;
  /** Said in a line under the title; what is null or empty is left out. */
  readonly about?: readonly (string | null)[];
  /** More under that line. */
  readonly below?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** One thing among many: what it is, what can be done with it, and more of it below. */
export function TitledCard({ title, about = [], below, actions, children }: TitledCardProps) {
  const titleId = useId();
  const said = about.filter((part) => part !== null && part !== '').join(' · ');
  return (
    <section aria-labelledby={titleId} className={styles.card}>
      <div className={styles.head}>
        <div className={styles.words}>
          <h2 id={titleId} className={styles.title}>
            {title}
          </h2>
          {said !== '' && <p className={styles.about}>{said}</p>}
          {below}
        </div>
        {actions !== undefined && <div className={styles.actions}>{actions}</div>}
      </div>
      {children}
    </section>
  );
}
