import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Definition } from '../definition/index.ts';
import { applyEvent } from './applyEvent.ts';
import { compileQuestionnaire } from './compileQuestionnaire.ts';
import type { Interview } from './interview.ts';
import { randomDefinition } from './rehearsal/randomDefinition.ts';
import { randomIntents, stepFor } from './rehearsal/randomEvents.ts';
import type { Intent } from './rehearsal/randomEvents.ts';
import { resumeInterview } from './saving/resumeInterview.ts';
import { saveState } from './saving/saveState.ts';
import { startInterview } from './startInterview.ts';
import { forgetChanges } from './state/changes.ts';
import { wakeAll } from './state/instances.ts';
import { settle } from './state/settle.ts';
import { currentScreen } from './views/currentScreen.ts';
import { inspect } from './views/inspect.ts';

function start(definition: Definition): Interview | undefined {
  const compiled = compileQuestionnaire(definition);
  if (!compiled.ok) return undefined;
  const started = startInterview(compiled.value, { now: 0, seed: 42 });
  if (!started.ok) throw new Error(started.error.message);
  return started.value;
}

const play = (interview: Interview, intents: readonly Intent[]): Interview =>
  intents.reduce((at, intent) => applyEvent(at, stepFor(at, intent)).interview, interview);

/** Evaluates everything anew, in place. */
function recomputed(interview: Interview): Interview {
  wakeAll(interview.state);
  settle(interview.state);
  forgetChanges(interview.state);
  return interview;
}

test('what an answer recomputes equals recomputing everything, in nested repeats too', () => {
  let compiled = 0;
  fc.assert(
    fc.property(randomDefinition, randomIntents, (definition, intents) => {
      let interview = start(definition);
      if (interview === undefined) return;
      compiled += 1;
      expect(inspect(interview)).toEqual(inspect(recomputed(interview)));
      for (const intent of intents) {
        interview = applyEvent(interview, stepFor(interview, intent)).interview;
        const incremental = inspect(interview);
        expect(incremental).toEqual(inspect(recomputed(interview)));
      }
    }),
    { numRuns: 500 },
  );
  expect(compiled).toBeGreaterThan(250);
});

test('resuming equals never having left', () => {
  fc.assert(
    fc.property(randomDefinition, randomIntents, randomIntents, (definition, before, after) => {
      const begun = start(definition);
      if (begun === undefined) return;
      let stayed = play(begun, before);
      const saved: unknown = JSON.parse(JSON.stringify(saveState(stayed)));
      const resumed = resumeInterview(stayed.questionnaire, saved);
      if (!resumed.ok) throw new Error(resumed.error.message);
      let returned = resumed.value;
      expect(currentScreen(returned)).toEqual(currentScreen(stayed));
      for (const intent of after) {
        const step = stepFor(stayed, intent);
        const one = applyEvent(stayed, step);
        const other = applyEvent(returned, step);
        expect([other.changes, other.refused]).toEqual([one.changes, one.refused]);
        stayed = one.interview;
        returned = other.interview;
      }
      expect(saveState(returned)).toEqual(saveState(stayed));
    }),
    { numRuns: 300 },
  );
});
