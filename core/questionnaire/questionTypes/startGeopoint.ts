import { geopoint } from './geopoint.ts';
import type { QuestionType } from './questionType.ts';

export const startGeopoint: QuestionType = {
  ...geopoint,
  name: 'start-geopoint',
  about: 'The place where the response began',
  asked: false,
  xform: () => ({ control: 'action', bind: 'geopoint' }),
  parameters: {},
  appearances: [],
};
