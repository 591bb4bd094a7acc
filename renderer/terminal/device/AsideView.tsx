import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import type { Definition } from '../../../core/questionnaire/index.ts';
import { readAllAside, readAside, type AsideEntry } from '../../data/aside/readAside.ts';
import type { DeviceStorage } from '../../data/deviceStorage.ts';
import type { EnrolledDevice } from '../../data/readEnrolment.ts';
import { Button } from '../../ui/Button.tsx';
import { AsideResponse } from './AsideResponse.tsx';
import { asideTitle } from './asideTitle.ts';
import type { CardProps } from './cardProps.ts';
import page from './DevicePage.module.css';
import { Inspector } from './Inspector.tsx';
import { PAGE, Pages } from './Pages.tsx';
import styles from './Queue.module.css';
import { saveAllAside } from './responseFile.ts';

interface AsideViewProps extends Pick<CardProps, 'language' | 'say' | 'moment'> {
  readonly device: EnrolledDevice;
  readonly storage: DeviceStorage;
  readonly onBack: () => void;
}

/** What is kept aside: of another server, or unreadable. */
export function AsideView({ device, onBack, ...rest }: AsideViewProps) {
  const definition = device.survey.definition as unknown as Definition;
  return (
    <Inspector<AsideEntry>
      title={rest.say('aside.title')}
      say={rest.say}
      onBack={onBack}
      list={(choose) => <AsideList {...rest} onChoose={choose} />}
      detail={(entry) => <AsideResponse {...rest} definition={definition} entry={entry} />}
    />
  );
}

interface AsideListProps extends Pick<CardProps, 'language' | 'say' | 'moment'> {
  readonly storage: DeviceStorage;
  readonly onChoose: (entry: AsideEntry) => void;
}

function AsideList({ storage, language, say, moment, onChoose }: AsideListProps) {
  const [skip, setSkip] = useState(0);
  const entries = useLiveQuery(() => readAside(storage), [storage]);
  if (entries === undefined) return null;
  if (entries.length === 0) return <p role="status">{say('aside.none')}</p>;
  const saveAll = async (): Promise<void> => saveAllAside(await readAllAside(storage));
  return (
    <>
      <p className={page.quiet}>{say('aside.why')}</p>
      <div className={page.choices}>
        <Button onClick={() => void saveAll()}>{say('aside.saveAll')}</Button>
      </div>
      <ul className={styles.list}>
        {entries.slice(skip, skip + PAGE).map((entry) => (
          <li key={`${String(entry.id)} ${String(entry.seq)}`}>
            <button type="button" className={styles.item} onClick={() => onChoose(entry)}>
              <strong>{asideTitle(entry, language, say)}</strong>
              <span className={styles.when}>{moment(entry.recordedAt)}</span>
              <span className={entry.state === 'sent' ? styles.state : styles.parked}>
                {say(`aside.is.${entry.state}`)}
              </span>
            </button>
          </li>
        ))}
      </ul>
      <Pages skip={skip} total={entries.length} language={language} say={say} onSkip={setSkip} />
    </>
  );
}
