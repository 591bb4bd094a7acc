import { defineRange } from './families/defineRange.ts';
import { wordParameter } from './families/parameter.ts';
import { nearestWord } from './nearestWord.ts';

export const slider = defineRange({
  name: 'slider',
  about: 'A number on a line that is dragged, 0 to 100 as a rule',
  usual: { start: 0, end: 100, step: 1 },
  appearances: ['vertical', 'no-ticks'],
  nearest: (question) => ({
    type: 'range',
    appearance: nearestWord('slider', question),
    parameters: {
      start: wordParameter(question, 'start', '0'),
      end: wordParameter(question, 'end', '100'),
      step: wordParameter(question, 'step', '1'),
    },
  }),
});
