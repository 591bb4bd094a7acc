import { useMemo, useState } from 'react';
import type { SyncUpload } from '../../../core/protocol/index.ts';
import { makeFormats } from '../format/formats.ts';
import { Card } from '../frame/Card.tsx';
import { DropZone } from '../frame/DropZone.tsx';
import { EmptyNote } from '../frame/EmptyNote.tsx';
import { useNow } from '../frame/useNow.ts';
import page from '../overview/OverviewPage.module.css';
import { useConsole } from '../settings/consoleContext.ts';
import head from '../surveys/SurveysPage.module.css';
import { FormerTable } from './FormerTable.tsx';
import { News } from './News.tsx';
import type { Sending } from './sending/useSending.ts';
import styles from './SyncFilesPage.module.css';
import { TakeAll } from './TakeAll.tsx';
import { UnsentNotes } from './UnsentNotes.tsx';
import { UploadCard } from './UploadCard.tsx';

interface SyncFilesPageProps {
  /** Latest first. */
  readonly uploads: readonly SyncUpload[];
  /** When they arrived, by this machine's clock. */
  readonly updatedAt: number;
  readonly sending: Sending;
}

export function SyncFilesPage({ uploads, updatedAt, sending }: SyncFilesPageProps) {
  const { say, language } = useConsole();
  const formats = useMemo(
    () => makeFormats(language, Intl.DateTimeFormat().resolvedOptions().timeZone, say('justNow')),
    [language, say],
  );
  const now = useNow(updatedAt, updatedAt);
  // What was done before this screen was opened stands in the list; what is done before one's eyes stays where it is.
  const [former] = useState(() => new Set(uploads.filter(isDone).map(({ uploadId }) => uploadId)));
  const listed = uploads.filter(({ uploadId }) => former.has(uploadId));
  const current = uploads.filter(({ uploadId, via }) => !former.has(uploadId) && via === 'console');
  const arrived = uploads.filter(({ uploadId, via }) => !former.has(uploadId) && via === 'folder');
  const rows = [...arrived, ...listed];
  return (
    <div className={page.page}>
      <title>{`${say('nav.syncFiles')} · ${say('product')}`}</title>
      <div>
        <h1 className={head.name}>{say('nav.syncFiles')}</h1>
        <p className={head.lead}>{say('sync.lead')}</p>
      </div>
      <DropZone
        title={say('sync.drop.title')}
        hint={say('sync.drop.hint')}
        choose={say('drop.choose')}
        busy={null}
        onFiles={sending.take}
      />
      <News uploads={current} />
      <UnsentNotes sending={sending} />
      <TakeAll uploads={current} />
      <div className={styles.cards}>
        {current.map((upload) => (
          <UploadCard key={upload.uploadId} upload={upload} sending={sending} formats={formats} now={now} />
        ))}
      </div>
      <Card
        title={say('sync.former')}
        aside={say('sync.files', { count: rows.length, n: formats.count(rows.length) })}
      >
        {rows.length === 0 ? (
          <EmptyNote title={say('sync.none')} hint={say('sync.noneHint')} />
        ) : (
          <FormerTable uploads={rows} formats={formats} now={now} />
        )}
      </Card>
    </div>
  );
}

const isDone = ({ phase }: SyncUpload): boolean => phase === 'done';
