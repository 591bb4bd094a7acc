import { Button } from '@mantine/core';
import { useEffect, useEffectEvent, useId, useRef, useState } from 'react';
import styles from './DropZone.module.css';

interface DropZoneProps {
  readonly title: string;
  readonly hint: string;
  /** What the button says. */
  readonly choose: string;
  /** Endings of the names of such files, as the attribute `accept` wants them; any when left out. */
  readonly accept?: string;
  /** What is being done with what came; null while nothing is. */
  readonly busy: string | null;
  /** No more may be chosen while busy. */
  readonly isBlocked?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}

/** Where files come in: dropped anywhere on the screen, or chosen with the button. */
export function DropZone({ title, hint, choose, accept, busy, isBlocked = false, onFiles }: DropZoneProps) {
  const input = useRef<HTMLInputElement>(null);
  const over = useDrops(onFiles);
  const titleId = useId();
  return (
    <section aria-labelledby={titleId} className={styles.zone} data-over={over}>
      <div className={styles.words}>
        <h2 id={titleId} className={styles.title}>
          {title}
        </h2>
        <p className={styles.hint}>{hint}</p>
        <p role="status" className={styles.reading}>
          {busy}
        </p>
      </div>
      <input
        ref={input}
        type="file"
        multiple
        accept={accept}
        hidden
        data-testid="files"
        onChange={(event) => {
          onFiles([...(event.currentTarget.files ?? [])]);
          // The same file, mended, must be a change again.
          event.currentTarget.value = '';
        }}
      />
      <Button loading={isBlocked} onClick={() => input.current?.click()}>
        {choose}
      </Button>
    </section>
  );
}

const carriesFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;

/** True while files are held over the page; the browser must not open them in our place. */
function useDrops(onFiles: (files: readonly File[]) => void): boolean {
  const [over, setOver] = useState(false);
  const take = useEffectEvent(onFiles);
  useEffect(() => {
    const listening = new AbortController();
    const { signal } = listening;
    const hold = (event: DragEvent): void => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    addEventListener('dragenter', hold, { signal });
    addEventListener('dragover', hold, { signal });
    addEventListener('dragleave', (event) => setOver(event.relatedTarget !== null && carriesFiles(event)), {
      signal,
    });
    addEventListener(
      'drop',
      (event) => {
        if (!carriesFiles(event)) return;
        event.preventDefault();
        setOver(false);
        take([...(event.dataTransfer?.files ?? [])]);
      },
      { signal },
    );
    return () => listening.abort();
  }, []);
  return over;
}
