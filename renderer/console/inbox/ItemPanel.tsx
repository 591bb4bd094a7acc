import type { Formats } from '../format/formats.ts';
import { FailedNote } from '../people/FailedNote.tsx';
import { useQuarantined } from '../server/useInbox.ts';
import { useConsole } from '../settings/consoleContext.ts';
import { CorrectionList } from './CorrectionList.tsx';
import { Decisions } from './Decisions.tsx';
import styles from './Inbox.module.css';
import { RawView } from './RawView.tsx';
import { reasonKind, reasonText } from './reasonText.ts';
import { SaidList } from './SaidList.tsx';

/** One item: why it waits, what came, and what can be done about it. */
export function ItemPanel({ item, formats }: { readonly item: number; readonly formats: Formats }) {
  const { say } = useConsole();
  const found = useQuarantined(item);
  if (found.data === undefined) {
    if (found.isError) return <FailedNote error={found.error} onTryNow={() => void found.refetch()} />;
    return <p role="status">{say('inbox.loading')}</p>;
  }
  const { item: shown, raw, said, state, corrections } = found.data;
  return (
    <div className={styles.panel}>
      <div>
        <p role="status" className={styles.reason}>
          {state === 'settled' || state === 'fixed' ? say(`inbox.${state}`) : reasonText(say, shown.reason)}
        </p>
        <p className={styles.hint}>
          {say('inbox.from', {
            device: shown.deviceName,
            place: shown.touchpointName,
            time: formats.dayAndClock(shown.receivedAt),
          })}
        </p>
      </div>
      {state === 'waiting' && <p>{say(`inbox.do.${reasonKind(shown.reason)}`)}</p>}
      <CorrectionList corrections={corrections} formats={formats} />
      {said !== null && <SaidList said={said} />}
      <RawView label={say('inbox.raw')} raw={raw} formats={formats} open={said === null} />
      {state !== 'settled' && <Decisions item={item} found={found.data} />}
    </div>
  );
}
