import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import type { ListedSurvey, PublishReply, TouchpointList } from '../../../../core/protocol/index.ts';
import type { Definition } from '../../../../core/questionnaire/index.ts';
import head from '../../enrolment/AddTerminal.module.css';
import { useConsole } from '../../settings/consoleContext.ts';
import { PublishForm } from './PublishForm.tsx';

interface PublishButtonProps {
  readonly definition: Definition;
  readonly title: string;
  readonly surveys: readonly ListedSurvey[];
  readonly touchpoints: TouchpointList['touchpoints'];
  readonly onPublished: (published: PublishReply) => void;
}

/** Opens the question where a questionnaire goes. */
export function PublishButton({ definition, title, surveys, touchpoints, onPublished }: PublishButtonProps) {
  const { say } = useConsole();
  const [open, setOpen] = useState(false);
  const close = (): void => setOpen(false);
  return (
    <>
      <Button onClick={() => setOpen(true)} aria-label={say('publish.openNamed', { name: title })}>
        {say('publish.open')}
      </Button>
      <Modal.Root opened={open} onClose={close} size="lg" centered>
        <Modal.Overlay />
        <Modal.Content radius="lg">
          {/* Not Modal.Header: a second <header> would be announced as a second banner of the page. */}
          <div className={head.head}>
            <Modal.Title>{say('publish.title', { title })}</Modal.Title>
            <Modal.CloseButton aria-label={say('close')} />
          </div>
          <Modal.Body p="lg">
            <PublishForm
              definition={definition}
              surveys={surveys}
              touchpoints={touchpoints}
              onCancel={close}
              onPublished={(published) => {
                close();
                onPublished(published);
              }}
            />
          </Modal.Body>
        </Modal.Content>
      </Modal.Root>
    </>
  );
}
