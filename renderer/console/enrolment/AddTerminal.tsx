import { Button, Modal } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Formats } from '../format/formats.ts';
import { valueOf } from '../server/refusedRequest.ts';
import { useConsole } from '../settings/consoleContext.ts';
import styles from './AddTerminal.module.css';
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
      <Modal.Root opened={open} onClose={() => setOpen(false)} size="md" centered>
        <Modal.Overlay />
        <Modal.Content radius="lg">
          {/* Not Modal.Header: a second <header> would be announced as a second banner of the page. */}
          <div className={styles.head}>
            <Modal.Title>{say('enrol.title', { name: touchpoint.name })}</Modal.Title>
            <Modal.CloseButton aria-label={say('close')} />
          </div>
          <Modal.Body p="lg">
            <NewTerminal
              enrolment={making.data}
              failure={making.error}
              formats={formats}
              now={now}
              onAnother={() => making.mutate()}
            />
          </Modal.Body>
        </Modal.Content>
      </Modal.Root>
    </>
  );
}
