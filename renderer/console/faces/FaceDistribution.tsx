import { VisuallyHidden } from '@mantine/core';
import type { Distribution } from '../../../core/metrics/index.ts';
import { Face } from '../../ui/Face.tsx';
import type { Formats } from '../format/formats.ts';
import { useConsole } from '../settings/consoleContext.ts';
import styles from './FaceDistribution.module.css';
import { facesOf } from './facesOf.ts';

interface FaceDistributionProps {
  readonly distribution: Distribution;
  readonly formats: Formats;
}

/** How often each face was tapped: one bar for the eye, and below it each face with label, share and count. */
export function FaceDistribution({ distribution, formats }: FaceDistributionProps) {
  const { say } = useConsole();
  const faces = facesOf(distribution);
  const nobody = faces.every(({ count }) => count === 0);
  return (
    <>
      <div aria-hidden="true" className={`${styles.bar} ${nobody ? styles.blank : ''}`}>
        {faces
          .filter(({ count }) => count > 0)
          .map(({ level, count }) => (
            <div key={level} className={styles.part} data-level={level} style={{ flexGrow: count }} />
          ))}
      </div>
      <ul className={styles.faces}>
        {faces.map(({ level, count, share }) => (
          <li key={level} className={styles.face}>
            <Face level={level} className={styles.picture} />
            <span className={styles.label}>{say(`faces.${level}`)}</span>
            <span className={styles.share}>{nobody ? '–' : formats.share(share)}</span>
            <span className={styles.count}>
              <span aria-hidden="true">{formats.count(count)}</span>
              <VisuallyHidden>{say('answers', { count, n: formats.count(count) })}</VisuallyHidden>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
