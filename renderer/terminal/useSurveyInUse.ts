import { useEffect, useMemo, useState } from 'react';
import type { Result } from '../../core/kernel/index.ts';
import type { EnrolledDevice } from '../data/readEnrolment.ts';
import type { KioskSetting } from './kiosk/kiosk.ts';
import { openKiosk, type KioskPorts, type OpenKiosk } from './kiosk/openKiosk.ts';
import { openSurvey } from './kiosk/openSurvey.ts';

export interface SurveyInUse {
  readonly device: EnrolledDevice;
  readonly setting: KioskSetting;
  readonly kiosk: OpenKiosk;
}

const sameSurvey = (one: EnrolledDevice, other: EnrolledDevice): boolean =>
  one.enrolment.deviceId === other.enrolment.deviceId &&
  one.touchpoint.touchpointId === other.touchpoint.touchpointId &&
  one.survey.surveyId === other.survey.surveyId &&
  one.survey.questionnaireVersion === other.survey.questionnaireVersion;

/** The survey that people are asked; a newer one waits until nobody is in the middle of an answer. */
export function useSurveyInUse(latest: EnrolledDevice, ports: KioskPorts): Result<SurveyInUse, string> {
  const [device, setDevice] = useState(latest);
  const inUse = useMemo<Result<SurveyInUse, string>>(() => {
    const opened = openSurvey(device, Intl.DateTimeFormat().resolvedOptions().timeZone);
    if (!opened.ok) return opened;
    return { ok: true, value: { device, setting: opened.value, kiosk: openKiosk(opened.value, ports) } };
  }, [device, ports]);

  useEffect(() => {
    if (sameSurvey(device, latest)) return undefined;
    const change = (): void => setDevice(latest);
    if (!inUse.ok || inUse.value.kiosk.store.getState().at === 'first') {
      change();
      return undefined;
    }
    return inUse.value.kiosk.store.subscribe(({ at }) => {
      if (at === 'first') change();
    });
  }, [device, latest, inUse]);

  useEffect(() => () => (inUse.ok ? inUse.value.kiosk.close() : undefined), [inUse]);
  return inUse;
}
