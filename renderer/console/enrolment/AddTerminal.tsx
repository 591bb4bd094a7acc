import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Formats } from '../format/formats.ts';
import { Dialog } from '../frame/Dialog.tsx';
import { valueOf } from '../server/refusedRequest.ts';
import { useConsole } from '../settings/consoleContext.ts';
import { NewTerminal } from './NewTerminal.tsx';

interface AddTerminalProps {
  readonly touchpoint: { readonly touchpointId: string; readonly name: string };
  readonly formats: Formats;
  readonly now: number;
}

/** A button that opens the way for one more device. Each opening makes a link of its own; an unused one expires. */
export function AddTerminal({ touchpoint, formats, now }: AddTerminalProps) {
  const { server, say } = useConsole();
  const [open, setOpen] = useState(false);
  const making = useMutation({
    mutationFn: async () => valueOf(await server.newEnrolment(touchpoint.touchpointId)),
  });
  return (
    <>
      <Button
        onClick={() => {
          setOpen(true);
          making.mutate();
        }}
      >
        {say('enrol.open')}
      </Button>
      <Dialog
        title={say('enrol.title', { name: touchpoint.name })}
        opened={open}
        onClose={() => setOpen(false)}
      >
        <NewTerminal
          enrolment={making.data}
          failure={making.error}
          formats={formats}
          now={now}
          onAnother={() => making.mutate()}
        />
      </Dialog>
    </>
  );
}
