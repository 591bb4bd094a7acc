import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Definition } from '../../definition/index.ts';
import { applyEvent } from '../applyEvent.ts';
import { compileQuestionnaire } from '../compileQuestionnaire.ts';
import { randomDefinition } from '../rehearsal/randomDefinition.ts';
import { randomIntents, stepFor } from '../rehearsal/randomEvents.ts';
import { startInterview } from '../startInterview.ts';
import { submittedTree } from '../views/submittedTree.ts';
import { continueSubmission } from './continueSubmission.ts';

const CIRCUMSTANCES = { now: 0, seed: 42, purpose: 'goOn' } as const;

/** Without first values by expressions: they leave texts that are no answers of their question's type. */
const plain = (definition: Definition): Definition =>
  JSON.parse(
    JSON.stringify(definition, (key, value: unknown) => (key === 'dynamicDefault' ? undefined : value)),
  ) as Definition;

test('what goes on with a submission submits the same again', () => {
  let continued = 0;
  fc.assert(
    fc.property(randomDefinition, randomIntents, (definition, intents) => {
      const compiled = compileQuestionnaire(plain(definition));
      if (!compiled.ok) return;
      const started = startInterview(compiled.value, CIRCUMSTANCES);
      if (!started.ok) throw new Error(started.error.message);
      let interview = started.value;
      for (const intent of intents) interview = applyEvent(interview, stepFor(interview, intent)).interview;
      const tree = submittedTree(interview);
      const submitted = { ...tree, attributes: { id: definition.id } };
      const again = continueSubmission(compiled.value, submitted, CIRCUMSTANCES);
      if (!again.ok) throw new Error(again.error.message);
      expect(again.value.leftOut).toEqual([]);
      expect(submittedTree(again.value.interview)).toEqual(tree);
      continued += 1;
    }),
    { numRuns: 200 },
  );
  expect(continued).toBeGreaterThan(80);
});
