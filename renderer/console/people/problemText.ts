import type { Refusal } from '../server/refusal.ts';
import type { ConsoleSay } from '../words/index.ts';

const TOLD = [
  'credentials_invalid',
  'setup_code_invalid',
  'already_set_up',
  'version_taken',
  'no_project_key',
  'key_in_use',
  'questionnaire_invalid',
  'batch_too_large',
  'upload_elsewhere',
  'decided_already',
  'not_signed_in',
  'forbidden',
  'not_found',
  'bad_request',
  'unreachable',
  'unreadable',
  'internal',
  'unavailable',
] as const;

/** A refusal in plain words, with the wait where the server named one. The server's own wording is for its log, not for people. */
export function problemText(say: ConsoleSay, language: string, { code, retryAfterSeconds }: Refusal): string {
  if (code === 'too_many_requests') {
    return retryAfterSeconds === undefined
      ? say('problem.too_many_requests')
      : say('problem.too_many_requests.wait', { wait: waitText(language, retryAfterSeconds) });
  }
  const told = TOLD.find((known) => known === code);
  return told === undefined ? say('problem.other', { code }) : say(`problem.${told}`);
}

/** Rounded up, so that trying when it says so works. */
function waitText(language: string, seconds: number): string {
  const [amount, unit] = seconds > 90 ? [Math.ceil(seconds / 60), 'minute'] : [Math.ceil(seconds), 'second'];
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'short' }).format(amount);
}
