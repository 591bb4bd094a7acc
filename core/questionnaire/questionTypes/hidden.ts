import { textCodec } from './codecs/textCodec.ts';
import { defineType } from './defineType.ts';

export const hidden = defineType({
  name: 'hidden',
  about: 'A value that is set from outside and never shown',
  asked: false,
  codec: textCodec,
  xform: () => ({ control: 'none', bind: 'string' }),
});
