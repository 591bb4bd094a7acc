import { defineMedia } from './families/defineMedia.ts';

export const image = defineMedia({
  name: 'image',
  about: 'A photo or a drawing',
  mediatype: 'image/*',
  parameters: {
    'max-pixels': { kind: 'integer', least: 1 },
    app: { kind: 'package' },
  },
  appearances: ['new', 'new-front', 'draw', 'annotate', 'signature', 'selfie', 'ex:*'],
});
