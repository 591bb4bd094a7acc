import { err, ok, type Result } from '../../../core/kernel/index.ts';
import { readTimedPlace } from '../../../core/protocol/index.ts';
import {
  compileQuestionnaire,
  describeProblem,
  parseDefinition,
  startInterview,
} from '../../../core/questionnaire/index.ts';
import { USUAL_TIMING, type KioskSetting, type Machine } from './kiosk.ts';
import { nextTick } from './nextTick.ts';
import { restart } from './restart.ts';
import { step } from './step.ts';

/**
 * Makes a survey ready to be asked; an error says what of it cannot be run. The door to the questionnaire's engine, which is loaded
 * apart from the first screen.
 */
export function makeMachine(
  definition: unknown,
  surround: Pick<KioskSetting, 'identity' | 'timezone' | 'place'>,
): Result<Machine, string> {
  const parsed = parseDefinition(definition);
  if (!parsed.ok) return err(parsed.error.map(describeProblem).join('; '));
  const compiled = compileQuestionnaire(parsed.value);
  if (!compiled.ok) return err(compiled.error.map(({ path, message }) => `${path}: ${message}`).join('; '));
  const setting = {
    ...surround,
    place: surround.place && readTimedPlace(surround.place),
    questionnaire: compiled.value,
    timing: USUAL_TIMING,
  };
  const trial = startInterview(setting.questionnaire, { now: 0, timeZone: setting.timezone, seed: 0 });
  if (!trial.ok) return err(`${trial.error.path}: ${trial.error.message}`);
  return ok({
    restart: (stamp) => restart(setting, stamp, false),
    step: (kiosk, event, stamp) => step(setting, kiosk, event, stamp),
    nextTick: (kiosk) => nextTick(setting, kiosk),
  });
}
