import { Button } from '@mantine/core';
import { useState } from 'react';
import type { TouchpointList } from '../../../core/protocol/index.ts';
import { Dialog } from '../frame/Dialog.tsx';
import { ProblemNote } from '../people/ProblemNote.tsx';
import { refusalOf } from '../server/refusedRequest.ts';
import { useOpeningHours } from '../server/useOverview.ts';
import { useConsole } from '../settings/consoleContext.ts';
import { OpeningHoursForm } from './OpeningHoursForm.tsx';

interface OpeningHoursButtonProps {
  readonly touchpoint: TouchpointList['touchpoints'][number];
}

/** The way to a touchpoint's opening hours; whoever cancels finds them next time as they are kept. */
export function OpeningHoursButton({ touchpoint }: OpeningHoursButtonProps) {
  const { say } = useConsole();
  const [open, setOpen] = useState(false);
  const setting = useOpeningHours(touchpoint.touchpointId);
  const close = (): void => setOpen(false);
  return (
    <>
      <Button
        variant="default"
        onClick={() => {
          setting.reset();
          setOpen(true);
        }}
      >
        {say('opening.title')}
      </Button>
      <Dialog
        title={say('opening.titleOf', { name: touchpoint.name })}
        opened={open}
        onClose={close}
        size="xl"
      >
        {setting.isError && <ProblemNote refusal={refusalOf(setting.error)} />}
        <OpeningHoursForm
          openingHours={touchpoint.openingHours}
          timezone={touchpoint.timezone}
          saving={setting.isPending}
          onSave={(openingHours) => setting.mutate(openingHours, { onSuccess: close })}
          onCancel={close}
        />
      </Dialog>
    </>
  );
}
