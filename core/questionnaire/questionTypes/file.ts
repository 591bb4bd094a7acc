import { defineMedia } from './families/defineMedia.ts';

export const file = defineMedia({
  name: 'file',
  about: 'Any file',
  mediatype: 'application/*',
  appearances: ['ex:*'],
});
