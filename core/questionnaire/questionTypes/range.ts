import { defineRange } from './families/defineRange.ts';

export const range = defineRange({
  name: 'range',
  about: 'A number on a line',
  usual: { start: 1, end: 10, step: 1 },
  appearances: ['vertical', 'no-ticks', 'picker', 'rating'],
});
