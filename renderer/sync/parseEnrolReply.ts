import { parseFileKeys } from '../../core/protocol/index.ts';
import type { NewEnrolment } from '../data/saveEnrolment.ts';
import { isSurvey, isTouchpoint } from './parseHelloReply.ts';

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

/** The enrolment in our server's reply, or `null` where it has not the documented form. */
export function parseEnrolReply(
  body: Readonly<Record<string, unknown>>,
  code: string,
  enrolledAt: number,
): NewEnrolment | null {
  const { serverId, deviceId, deviceName, devicePin, touchpoint, survey } = body;
  if (!isText(serverId) || !isText(deviceId) || typeof deviceName !== 'string' || !isText(devicePin))
    return null;
  if (!isTouchpoint(touchpoint) || !isSurvey(survey)) return null;
  const enrolment = { serverId, deviceId, deviceName, devicePin, enrolledAt, code };
  return { enrolment, touchpoint, survey, fileKeys: parseFileKeys(body['fileKeys']) };
}
