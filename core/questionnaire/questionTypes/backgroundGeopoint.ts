import { geopoint } from './geopoint.ts';
import type { QuestionType } from './questionType.ts';

export const backgroundGeopoint: QuestionType = {
  ...geopoint,
  name: 'background-geopoint',
  about: 'The place where the answer to another question (its trigger) changed',
  asked: false,
  xform: () => ({ control: 'action', bind: 'geopoint' }),
  parameters: {},
  appearances: [],
};
