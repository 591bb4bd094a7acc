import { randomBytes } from 'node:crypto';
import { makeUuidV7 } from '../../core/kernel/index.ts';
import type { Response } from '../../core/response/index.ts';

/** Noon in Riga on an ordinary Wednesday: when a test server starts, as a rule. */
export const NOON = Date.parse('2026-11-18T10:00:00Z');

/** A finished answer to the seeded sample survey at the seeded touchpoint. */
export function sampleResponse(changes: Partial<Response> & { readonly face?: number } = {}): Response {
  const { face = 5, ...members } = changes;
  const finishedAt = members.finishedAt ?? Math.min(NOON, Date.now());
  return {
    schema: 1,
    responseId: makeUuidV7(finishedAt, { bytes: (count) => randomBytes(count) }),
    rev: 1,
    surveyId: 'visit',
    questionnaireId: 'visit',
    questionnaireVersion: '1',
    touchpointId: 'sample',
    deviceId: 'test',
    channel: 'terminal',
    language: 'en',
    startedAt: finishedAt - 6_000,
    finishedAt,
    timezone: 'Europe/Riga',
    endedBy: 'finished',
    answers: { '/data/visit': String(face), '/data/good': 'staff speed' },
    paradata: [
      { event: 'question', at: 0, node: '/data/visit' },
      { event: 'answer', at: 2_100, node: '/data/visit' },
      { event: 'end', at: 6_000, detail: 'finished' },
    ],
    ...members,
  };
}
