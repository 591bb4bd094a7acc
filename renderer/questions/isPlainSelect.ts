import type { QuestionView } from '../../core/questionnaire/index.ts';

const DRAWN_OTHERWISE =
  /^(minimal|search|autocomplete|likert|columns|compact|quickcompact|label|list|no-buttons|image-map|map|horizontal)/;

/** More tiles than this are a list to look through. */
export const MOST_TILES = 12;

/** A few choices in words: big tiles. */
export const isPlainSelect = ({ appearance, choices, readOnly }: QuestionView): boolean =>
  !readOnly &&
  choices.length <= MOST_TILES &&
  !appearance.some((word) => DRAWN_OTHERWISE.test(word)) &&
  choices.every(({ media }) => media === undefined);
