import { useState } from 'react';
import type { TouchpointList } from '../../../core/protocol/index.ts';
import { AddTerminal } from '../enrolment/AddTerminal.tsx';
import type { Formats } from '../format/formats.ts';
import { TouchpointPicker } from '../overview/TouchpointPicker.tsx';

interface AddTerminalSomewhereProps {
  readonly touchpoints: TouchpointList['touchpoints'];
  readonly formats: Formats;
  readonly now: number;
}

/** Where there are several touchpoints: which one the next terminal is for, and the way there. */
export function AddTerminalSomewhere({ touchpoints, formats, now }: AddTerminalSomewhereProps) {
  const [chosenId, choose] = useState(touchpoints[0]?.touchpointId);
  const chosen = touchpoints.find(({ touchpointId }) => touchpointId === chosenId) ?? touchpoints[0];
  if (chosen === undefined) return null;
  return (
    <>
      <TouchpointPicker touchpoints={touchpoints} chosen={chosen.touchpointId} onChoose={choose} />
      <AddTerminal key={chosen.touchpointId} touchpoint={chosen} formats={formats} now={now} />
    </>
  );
}
