import { makeUuidV7 } from '../../core/kernel/index.ts';
import type { Response } from '../../core/response/index.ts';

const random = { bytes: (count: number) => crypto.getRandomValues(new Uint8Array(count)) };

/** For tests: a finished response with one face, and whatever else is wanted. */
export const aResponse = (face = '4', more: Partial<Response> = {}): Response => ({
  schema: 1,
  responseId: makeUuidV7(1_800_000_000_000, random),
  rev: 1,
  surveyId: 'survey',
  questionnaireId: 'questionnaire',
  questionnaireVersion: '1',
  touchpointId: 'touchpoint',
  deviceId: 'device',
  channel: 'terminal',
  language: 'lv',
  startedAt: 1_799_999_990_000,
  finishedAt: 1_800_000_000_000,
  timezone: 'Europe/Riga',
  endedBy: 'finished',
  answers: { '/data/face': face },
  paradata: [],
  ...more,
});
