import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useConsole } from '../settings/consoleContext.ts';
import styles from './Dialog.module.css';

interface DialogProps {
  readonly title: string | undefined;
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly size?: 'md' | 'lg' | 'xl';
  readonly children: ReactNode;
}

/** A question of its own over the page, which waits behind it. */
export function Dialog({ title, opened, onClose, size = 'md', children }: DialogProps) {
  const { say } = useConsole();
  return (
    <Modal.Root opened={opened} onClose={onClose} size={size} centered>
      <Modal.Overlay />
      <Modal.Content radius="lg">
        {/* Not Modal.Header: a second <header> would be announced as a second banner of the page. */}
        <div className={styles.head}>
          <Modal.Title>{title}</Modal.Title>
          <Modal.CloseButton aria-label={say('close')} />
        </div>
        <Modal.Body p="var(--space-5)">{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
