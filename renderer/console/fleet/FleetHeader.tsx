import type { TouchpointList } from '../../../core/protocol/index.ts';
import { AddTerminal } from '../enrolment/AddTerminal.tsx';
import type { Formats } from '../format/formats.ts';
import { LiveSign } from '../frame/LiveSign.tsx';
import header from '../overview/OverviewHeader.module.css';
import type { Contact } from '../server/useLive.ts';
import { useConsole } from '../settings/consoleContext.ts';
import { AddTerminalSomewhere } from './AddTerminalSomewhere.tsx';

interface FleetHeaderProps {
  readonly touchpoints: TouchpointList['touchpoints'];
  readonly contact: Contact;
  readonly updatedAt: number;
  readonly formats: Formats;
  readonly now: number;
}

export function FleetHeader({ touchpoints, contact, updatedAt, formats, now }: FleetHeaderProps) {
  const { say } = useConsole();
  const [only, ...others] = touchpoints;
  return (
    <div className={header.header}>
      <div className={header.where}>
        <h1 className={header.name}>{say('nav.devices')}</h1>
        <p className={header.when}>{say('fleet.lead')}</p>
        <LiveSign contact={contact} updatedAt={updatedAt} formats={formats} />
      </div>
      <div className={header.tools}>
        {only !== undefined && others.length === 0 && (
          <AddTerminal touchpoint={only} formats={formats} now={now} />
        )}
        {others.length > 0 && <AddTerminalSomewhere touchpoints={touchpoints} formats={formats} now={now} />}
      </div>
    </div>
  );
}
