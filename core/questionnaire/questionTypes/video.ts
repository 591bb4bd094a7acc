import { defineMedia } from './families/defineMedia.ts';

export const video = defineMedia({
  name: 'video',
  about: 'A film',
  mediatype: 'video/*',
  appearances: ['new', 'new-front', 'selfie', 'ex:*'],
});
