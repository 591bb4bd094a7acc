import { defineTrace } from './families/defineTrace.ts';

export const geotrace = defineTrace({
  name: 'geotrace',
  about: 'A line on the map, of 2 points or more',
  check: (points) => (points.length < 2 ? [{ code: 'tooFewPoints', limit: 2 }] : []),
});
