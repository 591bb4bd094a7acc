import type { Overview } from '../../../core/protocol/index.ts';
import { AddTerminal } from '../enrolment/AddTerminal.tsx';
import type { Formats } from '../format/formats.ts';
import { Card } from '../frame/Card.tsx';
import { EmptyNote } from '../frame/EmptyNote.tsx';
import { useConsole } from '../settings/consoleContext.ts';

interface FirstDeviceProps {
  readonly touchpoint: Overview['touchpoint'];
  readonly formats: Formats;
  readonly now: number;
}

/** A touchpoint without a device hears nobody: the one thing to do comes before all numbers. */
export function FirstDevice({ touchpoint, formats, now }: FirstDeviceProps) {
  const { say } = useConsole();
  return (
    <Card title={say('devices.none')}>
      <EmptyNote hint={say('devices.noneHint')} />
      <AddTerminal touchpoint={touchpoint} formats={formats} now={now} />
    </Card>
  );
}
