import { Button } from '@mantine/core';
import { useEffect, useEffectEvent, useId, useRef, useState } from 'react';
import { useConsole } from '../../settings/consoleContext.ts';
import styles from './DropZone.module.css';

interface DropZoneProps {
  readonly reading: string | null;
  readonly onFiles: (files: readonly File[]) => void;
}

const ENDINGS = '.xlsx,.xlsm,.xls,.csv,.md,.xml,.json,.geojson';

/** Where files come in: dropped anywhere on the screen, or chosen with the button. */
export function DropZone({ reading, onFiles }: DropZoneProps) {
  const { say } = useConsole();
  const input = useRef<HTMLInputElement>(null);
  const over = useDrops(onFiles);
  const titleId = useId();
  return (
    <section aria-labelledby={titleId} className={styles.zone} data-over={over}>
      <div className={styles.words}>
        <h2 id={titleId} className={styles.title}>
          {say('drop.title')}
        </h2>
        <p className={styles.hint}>{say('drop.hint')}</p>
        <p role="status" className={styles.reading}>
          {reading !== null && say('drop.reading', { name: reading })}
        </p>
      </div>
      <input
        ref={input}
        type="file"
        multiple
        accept={ENDINGS}
        hidden
        data-testid="files"
        onChange={(event) => {
          onFiles([...(event.currentTarget.files ?? [])]);
          // The same file, mended, must be a change again.
          event.currentTarget.value = '';
        }}
      />
      <Button loading={reading !== null} onClick={() => input.current?.click()}>
        {say('drop.choose')}
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
