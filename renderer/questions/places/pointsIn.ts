import type { AnswerValue, GeoPoint } from '../../../core/questionnaire/index.ts';

/** The points of an answer; none when it is blank. */
export function pointsIn(value: AnswerValue): readonly GeoPoint[] {
  const items: readonly unknown[] = Array.isArray(value) ? value : [value];
  return items.filter(
    (item): item is GeoPoint => typeof item === 'object' && item !== null && 'latitude' in item,
  );
}
