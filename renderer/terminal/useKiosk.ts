import { useEffect, useMemo, useState } from 'react';
import type { EnrolledDevice } from '../data/readEnrolment.ts';
import type { KeepFile } from '../questions/captures/fileKeeper.ts';
import { firstScreen } from './kiosk/firstScreen.ts';
import { openKiosk, type Keeper, type KioskPorts, type OpenKiosk } from './kiosk/openKiosk.ts';
import { readLanguages } from './kiosk/readLanguages.ts';

export interface TerminalPorts extends KioskPorts {
  /** Where the responses of a survey that is sealed to these recipients are made durable. */
  readonly sealedKeeper: (recipients: readonly string[]) => Keeper;
  /** How files that people give are made durable; sealed, where it is said to whom. */
  readonly keepFile: (sealedTo?: readonly string[]) => KeepFile;
}

const sameSurvey = (one: EnrolledDevice, other: EnrolledDevice): boolean =>
  one.enrolment.deviceId === other.enrolment.deviceId &&
  JSON.stringify(one.touchpoint) === JSON.stringify(other.touchpoint) &&
  one.survey.surveyId === other.survey.surveyId &&
  one.survey.questionnaireVersion === other.survey.questionnaireVersion &&
  String(one.survey.sealedTo) === String(other.survey.sealedTo);

/** The kiosk of the survey that people are asked; a newer survey waits until nobody is in the middle of an answer. */
export function useKiosk(
  latest: EnrolledDevice,
  ports: TerminalPorts,
): { readonly device: EnrolledDevice; readonly kiosk: OpenKiosk } {
  const [device, setDevice] = useState(latest);
  const kiosk = useMemo(() => open(device, ports), [device, ports]);

  useEffect(() => {
    if (sameSurvey(device, latest)) return undefined;
    const changeIfQuiet = (): void => {
      const { at } = kiosk.store.getState();
      if (at === 'first' || at === 'asleep' || at === 'broken') setDevice(latest);
    };
    const timer = setTimeout(changeIfQuiet);
    const unsubscribe = kiosk.store.subscribe(changeIfQuiet);
    return () => {
      clearTimeout(timer);
      unsubscribe();
    };
  }, [device, latest, kiosk]);

  useEffect(() => () => kiosk.close(), [kiosk]);
  return { device, kiosk };
}

function open({ survey, touchpoint, enrolment }: EnrolledDevice, ports: TerminalPorts): OpenKiosk {
  const { definition, surveyId, sealedTo } = survey;
  const surround = {
    identity: { surveyId, touchpointId: touchpoint.touchpointId, deviceId: enrolment.deviceId },
    timezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    place: touchpoint,
  };
  const machine = import('./kiosk/machine.ts').then(({ makeMachine }) => makeMachine(definition, surround));
  const preview = (language: string) => firstScreen(definition, language);
  const keeper = sealedTo === undefined ? ports.keeper : ports.sealedKeeper(sealedTo);
  return openKiosk({ preview, language: readLanguages(definition).usual, machine }, { ...ports, keeper });
}
