import type { Question } from '../definition/index.ts';
import type { RowReader } from './surveyForm.ts';

/** What a question would do better otherwise. */
export function advise(reader: RowReader, question: Question): void {
  const written = reader.get('type') ?? '';
  if (
    /^(?:(?:add )?(?:image|photo)(?: prompt)?)$/.test(written) &&
    question.parameters?.['max-pixels'] === undefined
  ) {
    const message =
      'Pictures are sent as large as the camera makes them; write "max-pixels=1024" to send and store less.';
    reader.warn('parameters', message);
  }
  if (written === 'simserial' || written === 'subscriberid')
    reader.warn('type', `Devices no longer tell their ${written}; the answer will be empty.`);
}
