import { defineTrace } from './families/defineTrace.ts';

export const geoshape = defineTrace({
  name: 'geoshape',
  about: 'An area on the map: 3 corners or more, and the first again as the last point',
  check: (points) => {
    const [first] = points;
    const last = points.at(-1);
    const closed = first?.latitude === last?.latitude && first?.longitude === last?.longitude;
    if (points.length < (closed ? 4 : 3)) return [{ code: 'tooFewPoints', limit: 3 }];
    return closed ? [] : [{ code: 'notClosed' }];
  },
});
