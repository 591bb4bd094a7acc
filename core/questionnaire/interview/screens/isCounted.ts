import type { Place } from '../compile/place.ts';

/** The questionnaire decides how many instances there are, and people neither add nor remove any. */
export const isCounted = ({ element, rules }: Place): boolean =>
  rules.repeatCount !== undefined || (element?.type === 'repeat' && element.fixed === true);
