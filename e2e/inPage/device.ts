import { makeUuidV7 } from '../../core/kernel/index.ts';
import type { Definition } from '../../core/questionnaire/index.ts';
import { hashText, type Response } from '../../core/response/index.ts';
import { openDeviceStorage } from '../../renderer/data/openDeviceStorage.ts';
import { summariseWaiting } from '../../renderer/data/outbox/waiting.ts';
import { readEnrolment } from '../../renderer/data/readEnrolment.ts';
import { recordResponse } from '../../renderer/data/recordResponse.ts';
import { requestSync } from '../../renderer/data/requestSync.ts';
import { systemClock, systemRandom } from '../../renderer/platform/systemPorts.ts';

/** Runs in the terminal's page, on the terminal's own database, with the terminal's own code. */
const storage = openDeviceStorage({ clock: systemClock, random: systemRandom });

const ARABIC: Readonly<Record<string, string>> = {
  1: 'سيئة جدًا',
  2: 'سيئة',
  3: 'مقبولة',
  4: 'جيدة',
  5: 'ممتازة',
};

/** The sample survey, asked in Arabic: only its first question's words, as the others fall back. */
export async function askInArabic(): Promise<void> {
  const enrolled = await readEnrolment(storage);
  if (enrolled === null) throw new Error('not enrolled');
  const definition = structuredClone(enrolled.survey.definition) as unknown as Definition;
  const faces = (definition.choices?.['faces'] ?? []).map((choice) => ({
    ...choice,
    label: { ...choice.label, ar: ARABIC[choice.name] ?? choice.name },
  }));
  const elements = definition.elements.map((element) =>
    element.name === 'visit'
      ? { ...element, label: { ...element.label, ar: 'كيف كانت زيارتك اليوم؟' } }
      : element,
  );
  const arabic = {
    ...definition,
    version: `${definition.version}-ar`,
    languages: [{ code: 'ar', name: 'العربية', direction: 'rtl' }, ...definition.languages],
    defaultLanguage: 'ar',
    choices: { ...definition.choices, faces },
    elements,
  };
  await storage.database.device.put({
    key: 'survey',
    value: { ...enrolled.survey, questionnaireVersion: arabic.version, definition: arabic },
  });
}

export const waitingCount = async (): Promise<number> => (await summariseWaiting(storage.database)).count;

/** The questionnaire that the next person will be asked. */
export async function heldQuestionnaire(): Promise<string> {
  const enrolled = await readEnrolment(storage);
  return enrolled?.survey.questionnaireId ?? '';
}

/** "Sync now", as the device page asks for it. */
export async function syncNow(): Promise<void> {
  const asked = await requestSync(storage);
  if (!asked.ok) throw new Error(asked.error.detail);
}

export const draftCount = async (): Promise<number> => storage.database.drafts.count();

export async function devicePin(): Promise<string> {
  const enrolled = await readEnrolment(storage);
  return enrolled?.enrolment.devicePin ?? '';
}

export async function spoilResponse(responseId: string, payload: string): Promise<void> {
  await storage.database.responses
    .where('[responseId+rev]')
    .equals([responseId, 1])
    .modify({ payload, contentHash: hashText(payload) });
}

export async function fillOutbox(count: number): Promise<string[]> {
  const enrolled = await readEnrolment(storage);
  if (enrolled === null) throw new Error('not enrolled');
  const { enrolment, touchpoint, survey } = enrolled;
  const ids: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const now = Date.now();
    const response: Response = {
      schema: 1,
      responseId: makeUuidV7(now, systemRandom),
      rev: 1,
      surveyId: survey.surveyId,
      questionnaireId: survey.questionnaireId,
      questionnaireVersion: survey.questionnaireVersion,
      touchpointId: touchpoint.touchpointId,
      deviceId: enrolment.deviceId,
      channel: 'terminal',
      language: 'en',
      startedAt: now - 5_000,
      finishedAt: now,
      timezone: 'Europe/Riga',
      endedBy: 'finished',
      answers: { '/data/visit': String((index % 5) + 1) },
      paradata: [{ event: 'end', at: 5_000, detail: 'finished' }],
    };
    const recorded = await recordResponse(storage, response);
    if (!recorded.ok) throw new Error(recorded.error.kind);
    ids.push(response.responseId);
  }
  return ids;
}
