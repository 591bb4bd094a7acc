import { defineMedia } from './families/defineMedia.ts';

export const audio = defineMedia({
  name: 'audio',
  about: 'A sound recording',
  mediatype: 'audio/*',
  parameters: { quality: { kind: 'word', words: ['voice-only', 'low', 'normal', 'external'] } },
  appearances: ['new', 'ex:*'],
});
