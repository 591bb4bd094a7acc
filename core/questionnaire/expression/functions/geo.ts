import { booleanTerm, numberTerm } from '../evaluation/scalarTerms.ts';
import { textsOf } from './argumentValues.ts';
import type { FunctionDefinition } from './functionDefinition.ts';
import { binary, unary, variadic } from './functionDefinition.ts';
import { enclosedArea, flatArea, pathLength, toCentimetres } from './geography/measures.ts';
import { parsePoint, parsePoints } from './geography/parsePoints.ts';
import { crossesItself, isClosed, isInside } from './geography/planes.ts';

const area = (name: string): FunctionDefinition =>
  unary(name, (shape) =>
    numberTerm((context) => {
      const points = parsePoints(textsOf([shape], context)) ?? [];
      return context.environment.collect === true ? flatArea(points) : toCentimetres(enclosedArea(points));
    }),
  );

export const GEO: readonly FunctionDefinition[] = [
  area('area'),
  area('enclosed-area'),
  variadic('distance', [1, Number.POSITIVE_INFINITY], (args) =>
    numberTerm((context) => {
      const points = parsePoints(textsOf(args, context));
      if (points === undefined) return Number.NaN;
      const length = pathLength(points);
      return context.environment.collect === true ? length : toCentimetres(length);
    }),
  ),
  binary('geofence', (point, shape) =>
    booleanTerm((context) => {
      const place = parsePoint(point.string(context));
      const fence = parsePoints([shape.string(context)]);
      return place !== undefined && fence !== undefined && isClosed(fence) && isInside(place, fence);
    }),
  ),
  unary('intersects', (line) =>
    booleanTerm((context) => crossesItself(parsePoints([line.string(context)]) ?? [])),
  ),
];
