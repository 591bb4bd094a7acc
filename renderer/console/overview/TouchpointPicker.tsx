import { Select } from '@mantine/core';
import type { TouchpointList } from '../../../core/protocol/index.ts';
import { useConsole } from '../settings/consoleContext.ts';

interface TouchpointPickerProps {
  readonly touchpoints: TouchpointList['touchpoints'];
  readonly chosen: string;
  readonly onChoose: (touchpointId: string) => void;
}

/** Long lists are found by typing. */
export function TouchpointPicker({ touchpoints, chosen, onChoose }: TouchpointPickerProps) {
  const { say } = useConsole();
  return (
    <Select
      aria-label={say('overview.touchpoint')}
      data={touchpoints.map(({ touchpointId, name }) => ({ value: touchpointId, label: name }))}
      value={chosen}
      allowDeselect={false}
      searchable={touchpoints.length > 8}
      onChange={(touchpointId) => {
        if (touchpointId !== null) onChoose(touchpointId);
      }}
    />
  );
}
