import { useMemo } from 'react';
import { AuditLog } from '../audit/AuditLog.tsx';
import { makeFormats } from '../format/formats.ts';
import { addressOfInbox, type InboxView } from '../frame/useScreen.ts';
import page from '../overview/OverviewPage.module.css';
import { FailedNote } from '../people/FailedNote.tsx';
import { useInboxSummary } from '../server/useInbox.ts';
import { useConsole } from '../settings/consoleContext.ts';
import head from '../surveys/SurveysPage.module.css';
import { Conflicts } from './Conflicts.tsx';
import styles from './Inbox.module.css';
import { Incomplete } from './Incomplete.tsx';
import { Quarantine } from './Quarantine.tsx';

const VIEWS: readonly InboxView[] = ['waiting', 'dismissed', 'fixed', 'conflicts', 'incomplete', 'audit'];

/** What needs a person, and who decided what. */
export function InboxScreen({ view }: { readonly view: InboxView }) {
  const { say, language } = useConsole();
  const summary = useInboxSummary();
  const formats = useMemo(
    () => makeFormats(language, Intl.DateTimeFormat().resolvedOptions().timeZone, say('justNow')),
    [language, say],
  );
  if (summary.data === undefined) {
    if (summary.isError) return <FailedNote error={summary.error} onTryNow={() => void summary.refetch()} />;
    return <div role="status" aria-label={say('inbox.loading')} />;
  }
  const counts = { ...summary.data, audit: 0 };
  return (
    <div className={page.page}>
      <title>{`${say('nav.inbox')} · ${say('product')}`}</title>
      <div>
        <h1 className={head.name}>{say('nav.inbox')}</h1>
        <p className={head.lead}>{say('inbox.lead')}</p>
      </div>
      <nav aria-label={say('inbox.views')} className={styles.views}>
        {VIEWS.map((one) => (
          <a key={one} href={addressOfInbox(one)} aria-current={one === view ? 'page' : undefined}>
            {say(`inbox.view.${one}`)}
            {counts[one] > 0 && <span className={styles.number}>{formats.count(counts[one])}</span>}
          </a>
        ))}
      </nav>
      {(view === 'waiting' || view === 'dismissed' || view === 'fixed') && (
        <Quarantine key={view} view={view} summary={summary.data} formats={formats} />
      )}
      {view === 'conflicts' && <Conflicts formats={formats} />}
      {view === 'incomplete' && <Incomplete formats={formats} />}
      {view === 'audit' && <AuditLog formats={formats} />}
    </div>
  );
}
