import { defineMedia } from './families/defineMedia.ts';
import { nearestWord } from './nearestWord.ts';

export const signature = defineMedia({
  name: 'signature',
  about: 'A signature, as an image',
  mediatype: 'image/*',
  nearest: (question) => ({ type: 'image', appearance: `signature ${nearestWord('signature', question)}` }),
});
