import type { SurveyInfo, TouchpointInfo } from '../../core/protocol/index.ts';
import type { Enrolment } from './deviceDatabase.ts';
import type { DeviceStorage } from './deviceStorage.ts';
import { readFact } from './facts.ts';

/** The device as it stands: who it is, where it is, what it asks. */
export interface EnrolledDevice {
  readonly enrolment: Enrolment;
  readonly touchpoint: TouchpointInfo;
  /** The version in use for the next respondent. */
  readonly survey: SurveyInfo;
}

/** `null` before enrolment. Made for live queries: a new survey from the server shows by itself. */
export async function readEnrolment(storage: DeviceStorage): Promise<EnrolledDevice | null> {
  const { device } = storage.database;
  const [enrolment, touchpoint, survey] = await Promise.all([
    readFact(device, 'enrolment'),
    readFact(device, 'touchpoint'),
    readFact(device, 'survey'),
  ]);
  if (enrolment === undefined || touchpoint === undefined || survey === undefined) return null;
  return { enrolment, touchpoint, survey };
}
