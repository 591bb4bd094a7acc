import { Button } from '@mantine/core';
import { useState } from 'react';
import type { FleetDevice } from '../../../core/protocol/index.ts';
import type { Formats } from '../format/formats.ts';
import { Dialog } from '../frame/Dialog.tsx';
import { ProblemNote } from '../people/ProblemNote.tsx';
import { refusalOf } from '../server/refusedRequest.ts';
import { useRevocation } from '../server/useFleet.ts';
import { useConsole } from '../settings/consoleContext.ts';
import detail from './DeviceDetail.module.css';
import styles from './Revocation.module.css';

interface RevocationProps {
  readonly device: FleetDevice;
  readonly formats: Formats;
}

const CONSEQUENCES = {
  revoke: ['revoke.sends', 'revoke.keeps', 'revoke.back'],
  trust: ['trust.sends', 'trust.keeps'],
} as const;

/** Shutting a device out, or letting it in again; either is asked twice, with what becomes of what it sends. */
export function Revocation({ device, formats }: RevocationProps) {
  const { say } = useConsole();
  const [open, setOpen] = useState(false);
  const revocation = useRevocation(device.deviceId);
  const possible = device.revokedAt === null ? 'revoke' : 'trust';
  // What was asked stays on the screen until it is closed, though the device has changed behind it.
  const [asked, setAsked] = useState<'revoke' | 'trust'>(possible);
  const ask = (): void => {
    revocation.reset();
    setAsked(possible);
    setOpen(true);
  };
  return (
    <div className={`${detail.section} ${styles.row}`}>
      <p className={styles.hint}>
        {device.revokedAt === null
          ? say('revoke.hint')
          : say('revoke.since', { time: formats.dayAndClock(device.revokedAt) })}
      </p>
      <Button variant="default" className={possible === 'revoke' ? (styles.grave ?? '') : ''} onClick={ask}>
        {say(`${possible}.open`)}
      </Button>
      <Dialog
        title={say(`${asked}.title`, { name: device.name })}
        opened={open}
        onClose={() => setOpen(false)}
      >
        <ul className={styles.consequences}>
          {CONSEQUENCES[asked].map((consequence) => (
            <li key={consequence}>{say(consequence)}</li>
          ))}
        </ul>
        {revocation.isError && <ProblemNote refusal={refusalOf(revocation.error)} />}
        <div className={styles.buttons}>
          <Button variant="default" onClick={() => setOpen(false)} data-autofocus>
            {say('cancel')}
          </Button>
          <Button
            {...(asked === 'revoke' ? { className: styles.confirm ?? '' } : {})}
            loading={revocation.isPending}
            onClick={() => revocation.mutate(asked === 'revoke', { onSuccess: () => setOpen(false) })}
          >
            {say(`${asked}.confirm`)}
          </Button>
        </div>
      </Dialog>
    </div>
  );
}
