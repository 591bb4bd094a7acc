import type { ConsoleSay } from '../words/index.ts';

const KINDS = [
  ['device: revoked', 'revoked'],
  ['seq, chain:', 'place'],
  ['surveyId, questionnaireVersion:', 'version'],
  ['touchpointId: not known', 'touchpoint'],
  ['responseId, rev:', 'identity'],
  ['the response is not a JSON object', 'unreadable'],
  ['dismissed', 'dismissed'],
] as const;

export type ReasonKind = (typeof KINDS)[number][1] | 'malformed';

export const reasonKind = (reason: string): ReasonKind =>
  KINDS.find(([beginning]) => reason.startsWith(beginning))?.[1] ?? 'malformed';

/** Why something waits, in plain words; where the server named a member, that is told too. */
export const reasonText = (say: ConsoleSay, reason: string): string =>
  say(`inbox.reason.${reasonKind(reason)}`, { detail: reason });
