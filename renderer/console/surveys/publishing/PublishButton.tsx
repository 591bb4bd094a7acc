import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ListedSurvey, PublishReply, TouchpointList } from '../../../../core/protocol/index.ts';
import type { Definition } from '../../../../core/questionnaire/index.ts';
import { Dialog } from '../../frame/Dialog.tsx';
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
      <Dialog title={say('publish.title', { title })} opened={open} onClose={close} size="lg">
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
      </Dialog>
    </>
  );
}
