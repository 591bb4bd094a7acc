import { Button } from '@mantine/core';
import type { SyncUpload } from '../../../core/protocol/index.ts';
import { syncFileAddress } from '../server/consoleServer.ts';
import { useConsole } from '../settings/consoleContext.ts';
import styles from './Downloads.module.css';

interface DownloadsProps {
  readonly upload: SyncUpload;
  /** Of a file that was just taken in: the receipt is what is to be done next. */
  readonly isProminent?: boolean;
}

/** What is carried away of a file that was taken in. */
export function Downloads({ upload, isProminent = false }: DownloadsProps) {
  const { say } = useConsole();
  const { uploadId, hasReceipt, name } = upload;
  const look = { size: isProminent ? 'sm' : 'xs' } as const;
  return (
    <div className={styles.downloads}>
      <Button
        {...look}
        component="a"
        variant="subtle"
        href={syncFileAddress(uploadId, 'report')}
        download
        aria-label={`${say('sync.report')}: ${name}`}
      >
        {say('sync.report')}
      </Button>
      {hasReceipt && (
        <Button
          {...look}
          component="a"
          variant={isProminent ? 'filled' : 'default'}
          href={syncFileAddress(uploadId, 'receipt')}
          download
          aria-label={`${say('sync.receipt')}: ${name}`}
        >
          {say('sync.receipt')}
        </Button>
      )}
    </div>
  );
}
