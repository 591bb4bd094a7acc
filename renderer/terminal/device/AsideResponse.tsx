import { useLiveQuery } from 'dexie-react-hooks';
import type { Definition } from '../../../core/questionnaire/index.ts';
import { readAsideContents, type AsideContents, type AsideEntry } from '../../data/aside/readAside.ts';
import type { DeviceStorage } from '../../data/deviceStorage.ts';
import { Button } from '../../ui/Button.tsx';
import { Answers } from './Answers.tsx';
import { asideTitle } from './asideTitle.ts';
import { Card } from './Card.tsx';
import type { CardProps } from './cardProps.ts';
import styles from './DevicePage.module.css';
import { Facts } from './Facts.tsx';
import { saveAside } from './responseFile.ts';

interface AsideResponseProps extends Pick<CardProps, 'language' | 'say' | 'moment'> {
  readonly storage: DeviceStorage;
  readonly definition: Definition;
  readonly entry: AsideEntry;
}

/** One of the things that are kept aside: whose it is, what it says, and as a file. */
export function AsideResponse({ storage, definition, entry, language, say, moment }: AsideResponseProps) {
  const contents = useLiveQuery(() => readAsideContents(storage, entry), [storage, entry]);
  if (contents === undefined) return null;
  if (contents === null) return <p role="status">{say('aside.gone')}</p>;
  return (
    <>
      <div className={styles.cards}>
        <Card title={asideTitle(entry, language, say)}>
          <Facts facts={factsOf(contents, say, moment)} />
        </Card>
        <Answers row={contents.row} definition={definition} say={say} />
      </div>
      <div className={styles.choices}>
        <Button kind="primary" onClick={() => saveAside(contents)}>
          {say('queue.export')}
        </Button>
      </div>
    </>
  );
}

function factsOf(
  { setAsideAt, state, former, row }: AsideContents,
  say: CardProps['say'],
  moment: CardProps['moment'],
): readonly (readonly [string, string])[] {
  return [
    [say('queue.state'), say(`aside.is.${state}`)],
    ...(former === null ? [] : [[say('aside.server'), former.serverId] as const]),
    ...(former?.deviceId === undefined ? [] : [[say('aside.device'), former.deviceId] as const]),
    ...(row === null ? [] : [[say('queue.since'), moment(row.recordedAt)] as const]),
    [say('aside.since'), moment(setAsideAt)],
    ...(row === null ? [] : [[say('queue.id'), row.responseId] as const]),
  ];
}
