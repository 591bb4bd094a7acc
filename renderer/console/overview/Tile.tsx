import { useId, type ReactNode } from 'react';
import styles from './Tile.module.css';

interface TileProps {
  readonly title: string;
  /** What the number rests on, beside the title. */
  readonly aside?: string | undefined;
  /** The number itself; undefined where there is none, then `children` say why. */
  readonly value?: string | undefined;
  readonly urgent?: boolean;
  readonly children?: ReactNode;
}

/** One large number with what it needs to be understood. */
export function Tile({ title, aside, value, urgent = false, children }: TileProps) {
  const titleId = useId();
  return (
    <section aria-labelledby={titleId} className={`${styles.tile} ${urgent ? styles.urgent : ''}`}>
      <div className={styles.head}>
        <h2 id={titleId} className={styles.title}>
          {title}
        </h2>
        {aside !== undefined && <span className={styles.aside}>{aside}</span>}
      </div>
      {value !== undefined && <p className={styles.value}>{value}</p>}
      <div className={styles.rest}>{children}</div>
    </section>
  );
}
