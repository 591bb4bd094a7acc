import { useRef, useState } from 'react';
import type { DeviceStorage } from '../../data/deviceStorage.ts';
import type { InterfaceLanguage } from '../../i18n/languages.ts';
import { syncFileWords } from '../../i18n/syncFile/index.ts';
import { APP_VERSION } from '../../platform/appVersion.ts';
import { applyReceipt } from '../../syncFile/applyReceipt.ts';
import { choosePlace } from '../../syncFile/filePlace.ts';
import { saveSyncFile, type SaveProgress } from '../../syncFile/saveSyncFile.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from './Card.tsx';
import styles from './DevicePage.module.css';
import { syncFileNews } from './syncFileNews.ts';

interface SyncFileCardProps {
  readonly storage: DeviceStorage;
  readonly deviceName: string;
  readonly language: InterfaceLanguage;
}

interface Running {
  readonly cancel: () => void;
  readonly news: string;
}

/** Carries responses away in a file and a receipt back, where there is no network. */
export function SyncFileCard({ storage, deviceName, language }: SyncFileCardProps) {
  const say = syncFileWords(language);
  const [running, setRunning] = useState<Running | null>(null);
  const [news, setNews] = useState('');
  const tell = syncFileNews(language);
  const save = async (): Promise<void> => {
    // What was said of the file before is no news of this one.
    setNews('');
    const place = await choosePlace(fileName(deviceName, storage.clock.now())).catch((error: unknown) => {
      if (!isDismissal(error)) setNews(say('failure.failed'));
      return null;
    });
    if (place === null) return;
    const abort = new AbortController();
    const onProgress = (progress: SaveProgress): void =>
      setRunning({ cancel: () => abort.abort(), news: tell.progress(progress) });
    onProgress({ responses: 0, allResponses: 0, bytes: 0, allBytes: 0, isChecking: false });
    const saved = await saveSyncFile({
      storage,
      appVersion: APP_VERSION,
      place,
      signal: abort.signal,
      onProgress,
    });
    setRunning(null);
    setNews(saved.ok ? tell.saved(saved.value) : say(`failure.${saved.error}`));
  };
  const readReceipt = async (file: File): Promise<void> => {
    const applied = await applyReceipt(storage, new Uint8Array(await file.arrayBuffer()));
    setNews(applied.ok ? tell.applied(applied.value) : say(`failure.${applied.error}`));
  };
  return (
    <Card title={say('title')}>
      <p className={styles.quiet}>{say('about')}</p>
      <p role="status">{running?.news ?? news}</p>
      {running === null ? (
        <>
          <Button className={styles.show} onClick={() => void save()}>
            {say('save')}
          </Button>
          <FileButton label={say('receipt')} onFile={(file) => void readReceipt(file)} />
        </>
      ) : (
        <Button className={styles.show} onClick={running.cancel}>
          {say('cancel')}
        </Button>
      )}
    </Card>
  );
}

/** Whoever closed the dialog knows that nothing was saved. */
const isDismissal = (error: unknown): boolean => error instanceof DOMException && error.name === 'AbortError';

interface FileButtonProps {
  readonly label: string;
  readonly onFile: (file: File) => void;
}

function FileButton({ label, onFile }: FileButtonProps) {
  const picker = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button className={styles.show} onClick={() => picker.current?.click()}>
        {label}
      </Button>
      <input
        ref={picker}
        type="file"
        hidden
        aria-label={label}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file !== undefined) onFile(file);
          // The same file may be chosen again.
          target.value = '';
        }}
      />
    </>
  );
}

/** What every file system takes. */
function fileName(deviceName: string, now: number): string {
  const name = deviceName.replaceAll(/[^\p{L}\p{N}]+/gu, '-').toLowerCase();
  return `${name}-${new Date(now).toISOString().slice(0, 16).replaceAll(/[T:]/g, '-')}.earshot`;
}
