import { Model, settings } from 'survey-core';
import { offerBench } from './pageBench.ts';
import { shapeOf } from './shapes.ts';
import { toSurvey } from './toSurvey.ts';

/** What the bench uses of a dynamic panel. */
interface Panels {
  readonly panels: readonly { getQuestionByName(name: string): { value: unknown } }[];
}

// Without it there are 100 instances at most.
settings.panel.maxPanelCount = 10_000;

let answer: (index: number, value: number) => void = () => undefined;

offerBench({
  open: async (shape, size) => {
    const json = toSurvey(shapeOf(shape, size));
    const start = performance.now();
    const survey = new Model(json);
    const load = performance.now() - start;
    const rep = survey.getQuestionByName('rep') as unknown as Panels | null;
    answer =
      rep === null
        ? (index, value) => survey.setValue(`q${index + 1}`, value)
        : (index, value) => {
            const panel = rep.panels[index];
            if (panel === undefined) throw new Error('no question here');
            panel.getQuestionByName('a').value = value;
          };
    return { load, create: performance.now() - start - load };
  },
  answer: (index, value) => answer(index, value),
});
