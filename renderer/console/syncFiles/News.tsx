import { useEffect, useState } from 'react';
import type { SyncUpload } from '../../../core/protocol/index.ts';
import { useConsole } from '../settings/consoleContext.ts';
import styles from './News.module.css';
import { stateText } from './report/reportWords.ts';

/** Says to those who listen how each file fares, once per step; the bars say it to those who see. */
export function News({ uploads }: { readonly uploads: readonly SyncUpload[] }) {
  const { say } = useConsole();
  const told = uploads.flatMap(({ name, phase, preview, report }) => {
    const seen = phase === 'ready' ? preview : report;
    return seen === null ? [] : [`${name}: ${stateText(say, seen)}`];
  });
  const text = told.join('. ');
  const [said, setSaid] = useState('');
  // A region that comes with its words is not read out: they follow.
  useEffect(() => {
    const timer = setTimeout(() => setSaid(text));
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <p role="status" className={styles.heard}>
      {said}
    </p>
  );
}
