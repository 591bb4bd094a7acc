import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { ProjectKeys } from '../../../core/protocol/index.ts';
import { makeFormats } from '../format/formats.ts';
import { Card } from '../frame/Card.tsx';
import { Dialog } from '../frame/Dialog.tsx';
import { EmptyNote } from '../frame/EmptyNote.tsx';
import page from '../overview/OverviewPage.module.css';
import { useConsole } from '../settings/consoleContext.ts';
import head from '../surveys/SurveysPage.module.css';
import { idText } from './idText.ts';
import styles from './Keys.module.css';
import { KeyTable } from './KeyTable.tsx';
import { NewKey } from './NewKey.tsx';

/** The keys, how much waits for them, and the one for recovery. */
export function KeysPage({ known: { keys, recovery, unopened } }: { readonly known: ProjectKeys }) {
  const { say, language } = useConsole();
  const [making, setMaking] = useState(false);
  const formats = useMemo(
    () => makeFormats(language, Intl.DateTimeFormat().resolvedOptions().timeZone, say('justNow')),
    [language, say],
  );
  const n = new Intl.NumberFormat(language).format(unopened);
  return (
    <div className={page.page}>
      <title>{`${say('nav.keys')} · ${say('product')}`}</title>
      <div>
        <h1 className={head.name}>{say('nav.keys')}</h1>
        <p className={head.lead}>{say('keys.lead')}</p>
      </div>
      <Card
        title={say('keys.title')}
        aside={unopened === 0 ? say('keys.allOpen') : say('keys.unopened', { count: unopened, n })}
      >
        {keys.length === 0 ? (
          <EmptyNote title={say('keys.none')} hint={say('keys.noneHint')} />
        ) : (
          <KeyTable keys={keys} formats={formats} />
        )}
        {unopened > 0 && (
          <p className={styles.hint}>
            {say('keys.howToOpen')} <code>earshot open --key FILE</code>
          </p>
        )}
        <div className={styles.buttons}>
          <Button onClick={() => setMaking(true)}>
            {say(keys.length === 0 ? 'keys.make' : 'keys.makeNext')}
          </Button>
        </div>
      </Card>
      <Card title={say('keys.recovery')} aside={idText(recovery.keyId)}>
        <p>{say('keys.recovery.hint')}</p>
        <p className={recovery.isHere ? styles.warning : styles.hint}>
          {say(recovery.isHere ? 'keys.recovery.here' : 'keys.recovery.away')}
        </p>
      </Card>
      <Dialog title={say('keys.new.title')} opened={making} onClose={() => setMaking(false)} size="lg">
        <NewKey isFirst={keys.length === 0} onDone={() => setMaking(false)} />
      </Dialog>
    </div>
  );
}
