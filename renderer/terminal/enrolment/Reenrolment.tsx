import { useLiveQuery } from 'dexie-react-hooks';
import { useCallback, useEffect, useState } from 'react';
import type { Result } from '../../../core/kernel/index.ts';
import type { DeviceStorage } from '../../data/deviceStorage.ts';
import { readDeviceStatus } from '../../data/readDeviceStatus.ts';
import type { EnrolledDevice } from '../../data/readEnrolment.ts';
import { enrolmentWords } from '../../i18n/enrolment/index.ts';
import { interfaceLanguage } from '../../i18n/languages.ts';
import { Button } from '../../ui/Button.tsx';
import { Sheet } from '../device/Sheet.tsx';
import { isFinal, type EnrolFailure } from './enrolFailure.ts';
import styles from './Reenrolment.module.css';

/** Nobody answers: perhaps the link is in the address that a kiosk browser opens at each start. */
const PATIENCE = 60_000;

interface ReenrolmentProps {
  readonly device: EnrolledDevice;
  readonly storage: DeviceStorage;
  readonly code: string;
  /** Succeeds by making the device another one, which whoever shows this question sees for itself. */
  readonly enrol: (code: string) => Promise<Result<unknown, EnrolFailure>>;
  readonly onStay: () => void;
}

type Standing = 'asking' | 'working' | EnrolFailure;

/** A terminal that is one already was opened with another enrolment's link: whether it shall become that one. */
export function Reenrolment({ device, storage, code, enrol, onStay }: ReenrolmentProps) {
  const [standing, setStanding] = useState<Standing>('asking');
  const [language] = useState(() => interfaceLanguage(document.documentElement.lang, ...navigator.languages));
  const say = enrolmentWords(language);
  const status = useLiveQuery(() => readDeviceStatus(storage), [storage]);
  useStayAlone(standing === 'working', onStay);
  const begin = useCallback(() => {
    setStanding('working');
    void enrol(code).then((enrolled) => {
      if (!enrolled.ok) setStanding(enrolled.error);
    });
  }, [enrol, code]);
  const failure = typeof standing === 'string' ? null : standing;
  const count = (status?.waiting ?? 0) + (status?.parked.length ?? 0);
  return (
    <Sheet title={say(failure === null ? 'anew.title' : 'anew.failed')} onClose={onStay}>
      <div className={styles.text} role={failure === null ? undefined : 'alert'}>
        {failure === null ? (
          <>
            <p>{say('anew.belongs', { place: device.touchpoint.name, name: device.enrolment.deviceName })}</p>
            <p className={styles.what}>
              {status !== undefined && say(count > 0 ? 'anew.waiting' : 'anew.nothing', { count })}
            </p>
            {count > 0 && <p>{say('anew.setAside')}</p>}
          </>
        ) : (
          <>
            <p>{say(`why.${failure.kind}`)}</p>
            <p className={styles.what}>{say(`do.${failure.kind}`)}</p>
          </>
        )}
      </div>
      <div className={styles.actions}>
        <Button kind="primary" className={styles.action} disabled={standing === 'working'} onClick={onStay}>
          {say('anew.stay')}
        </Button>
        {(failure === null || !isFinal(failure)) && (
          <Button
            kind="secondary"
            className={styles.action}
            disabled={standing === 'working' || status === undefined}
            onClick={begin}
          >
            {say(standing === 'working' ? 'working' : failure === null ? 'anew.enrol' : 'tryAgain')}
          </Button>
        )}
      </div>
      <p className={styles.alone}>{say('anew.alone')}</p>
    </Sheet>
  );
}

function useStayAlone(working: boolean, onStay: () => void): void {
  useEffect(() => {
    if (working) return undefined;
    const ended = new AbortController();
    let timer = setTimeout(onStay, PATIENCE);
    const touched = (): void => {
      clearTimeout(timer);
      timer = setTimeout(onStay, PATIENCE);
    };
    addEventListener('pointerdown', touched, { signal: ended.signal });
    addEventListener('keydown', touched, { signal: ended.signal });
    return () => {
      clearTimeout(timer);
      ended.abort();
    };
  }, [working, onStay]);
}
