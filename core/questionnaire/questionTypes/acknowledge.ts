import { okCodec } from './codecs/mediaCodec.ts';
import { defineType } from './defineType.ts';

export const acknowledge = defineType({
  name: 'acknowledge',
  about: 'A box to tick once something has been read',
  codec: okCodec,
  xform: () => ({ control: 'trigger', bind: 'string' }),
});
