import { defineMedia } from './families/defineMedia.ts';

export const backgroundAudio = defineMedia({
  name: 'background-audio',
  about: 'A sound recording of the whole interview',
  mediatype: 'audio/*',
  asked: false,
  control: 'action',
  parameters: { quality: { kind: 'word', words: ['voice-only', 'low', 'normal'], fallback: 'voice-only' } },
});
