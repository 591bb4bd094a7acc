import type { Question } from '../../definition/index.ts';

/** As in XLSForm, what is calculated and has no words is not shown. */
export const isSilent = ({ calculation, triggers, label, hint, media }: Question): boolean =>
  (calculation !== undefined || triggers !== undefined) &&
  label === undefined &&
  hint === undefined &&
  media === undefined;
