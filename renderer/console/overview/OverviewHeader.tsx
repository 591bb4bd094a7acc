import type { Overview, TouchpointList } from '../../../core/protocol/index.ts';
import { AddTerminal } from '../enrolment/AddTerminal.tsx';
import type { Formats } from '../format/formats.ts';
import { LiveSign } from '../frame/LiveSign.tsx';
import { OpeningHoursButton } from '../openingHours/OpeningHoursButton.tsx';
import type { Contact } from '../server/useLive.ts';
import { useConsole } from '../settings/consoleContext.ts';
import styles from './OverviewHeader.module.css';
import { TouchpointPicker } from './TouchpointPicker.tsx';

interface OverviewHeaderProps {
  readonly touchpoints: TouchpointList['touchpoints'];
  readonly overview: Overview;
  readonly updatedAt: number;
  readonly now: number;
  readonly contact: Contact;
  readonly formats: Formats;
  readonly onChoose: (touchpointId: string) => void;
}

/** Where and when: the touchpoint, its day and its clock. */
export function OverviewHeader(props: OverviewHeaderProps) {
  const { touchpoints, overview, updatedAt, now, contact, formats, onChoose } = props;
  const { say } = useConsole();
  const { touchpoint } = overview;
  const listed = touchpoints.find(({ touchpointId }) => touchpointId === touchpoint.touchpointId);
  return (
    <div className={styles.header}>
      <div className={styles.where}>
        <h1 className={styles.name}>{touchpoint.name}</h1>
        <p className={styles.when}>
          <span>{formats.day(now)}</span>
          <span>{say('overview.localTime', { time: formats.clock(now) })}</span>
          <span>{formats.zone(now)}</span>
        </p>
        <LiveSign contact={contact} updatedAt={updatedAt} formats={formats} />
      </div>
      <div className={styles.tools}>
        {touchpoints.length > 1 && (
          <TouchpointPicker touchpoints={touchpoints} chosen={touchpoint.touchpointId} onChoose={onChoose} />
        )}
        {listed !== undefined && <OpeningHoursButton key={listed.touchpointId} touchpoint={listed} />}
        {overview.devices.length > 0 && <AddTerminal touchpoint={touchpoint} formats={formats} now={now} />}
      </div>
    </div>
  );
}
