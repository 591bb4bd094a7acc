import { textCodec } from './codecs/textCodec.ts';
import { defineType } from './defineType.ts';

export const calculate = defineType({
  name: 'calculate',
  about: 'A value that nobody is asked',
  asked: false,
  codec: textCodec,
  xform: () => ({ control: 'none', bind: 'string' }),
});
