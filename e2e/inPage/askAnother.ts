import type { Definition } from '../../core/questionnaire/index.ts';
import type { Response } from '../../core/response/index.ts';
import { openDeviceStorage } from '../../renderer/data/openDeviceStorage.ts';
import { readEnrolment } from '../../renderer/data/readEnrolment.ts';
import { systemClock, systemRandom } from '../../renderer/platform/systemPorts.ts';

/** Runs in the terminal's page, on the terminal's own database. */
const storage = openDeviceStorage({ clock: systemClock, random: systemRandom });

/** Gives it another questionnaire, as if the server had sent it. */
export async function askAnother(definition: Definition): Promise<void> {
  const enrolled = await readEnrolment(storage);
  if (enrolled === null) throw new Error('not enrolled');
  await storage.database.device.put({
    key: 'survey',
    value: {
      ...enrolled.survey,
      questionnaireId: definition.id,
      questionnaireVersion: definition.version,
      definition: { ...definition },
    },
  });
}

/** What was said in the latest response that the device has recorded. */
export async function lastAnswers(): Promise<Response['answers']> {
  const last = await storage.database.responses.orderBy('seq').last();
  return last === undefined ? {} : (JSON.parse(last.payload) as Response).answers;
}
