import { useMemo } from 'react';
import styles from './QrCode.module.css';
import { readQr } from './readQr.ts';

/** Black on white in the dark too: cameras expect it. */
export function QrCode({ svg, label }: { readonly svg: string; readonly label: string }) {
  const drawing = useMemo(() => readQr(svg), [svg]);
  if (drawing === null) return null;
  return (
    <div className={styles.paper}>
      <svg
        viewBox={drawing.viewBox}
        role="img"
        aria-label={label}
        shapeRendering="crispEdges"
        className={styles.code}
      >
        {drawing.paths.map(({ d, fill, stroke }) => (
          <path key={d} d={d} fill={fill} stroke={stroke} />
        ))}
      </svg>
    </div>
  );
}
