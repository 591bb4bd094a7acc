import { err, ok, type Result } from '../../../core/kernel/index.ts';
import { compileQuestionnaire, startInterview, type Definition } from '../../../core/questionnaire/index.ts';
import type { EnrolledDevice } from '../../data/readEnrolment.ts';
import { USUAL_TIMING, type KioskSetting } from './kiosk.ts';

/** Makes the device's survey ready to be asked; an error says what of it cannot be run. */
export function openSurvey(device: EnrolledDevice, timezone: string): Result<KioskSetting, string> {
  const { survey, touchpoint, enrolment } = device;
  // The server checked the definition before publishing it; what can't be run shows itself in the two steps below.
  const compiled = compileQuestionnaire(survey.definition as unknown as Definition);
  if (!compiled.ok) return err(compiled.error.map(({ path, message }) => `${path}: ${message}`).join('; '));
  const questionnaire = compiled.value;
  const trial = startInterview(questionnaire, { now: 0, timeZone: timezone, seed: 0 });
  if (!trial.ok) return err(`${trial.error.path}: ${trial.error.message}`);
  return ok({
    questionnaire,
    identity: {
      surveyId: survey.surveyId,
      touchpointId: touchpoint.touchpointId,
      deviceId: enrolment.deviceId,
    },
    timezone,
    timing: USUAL_TIMING,
  });
}
