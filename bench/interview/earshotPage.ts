import { applyEvent, compileQuestionnaire, startInterview } from '../../core/questionnaire/index.ts';
import type { Interview } from '../../core/questionnaire/index.ts';
import { offerBench } from './pageBench.ts';
import { shapeOf } from './shapes.ts';
import { toDefinition } from './toDefinition.ts';

let interview: Interview | undefined;
let pathOf = (index: number): string => `/data/q${index + 1}`;

offerBench({
  open: async (shape, size) => {
    const definition = JSON.stringify(toDefinition(shapeOf(shape, size)));
    const start = performance.now();
    const compiled = compileQuestionnaire(JSON.parse(definition) as ReturnType<typeof toDefinition>);
    const load = performance.now() - start;
    if (!compiled.ok) throw new Error(compiled.error[0]?.message);
    const started = startInterview(compiled.value, { now: 0, seed: 1 });
    if (!started.ok) throw new Error(started.error.message);
    interview = started.value;
    pathOf = shape === 'repeat' ? (index) => `/data/rep[${index + 1}]/a` : (index) => `/data/q${index + 1}`;
    return { load, create: performance.now() - start - load };
  },
  answer: (index, value) => {
    if (interview === undefined) return;
    const outcome = applyEvent(interview, {
      kind: 'answer',
      path: pathOf(index),
      value: value,
    });
    if (outcome.refused !== undefined) throw new Error(outcome.refused.reason);
    interview = outcome.interview;
  },
});
