import { textCodec } from './codecs/textCodec.ts';
import { defineType } from './defineType.ts';

export const note = defineType({
  name: 'note',
  about: 'A text to read; may show a calculated value',
  codec: textCodec,
  xform: () => ({ control: 'input', bind: 'string' }),
  appearances: ['printer*', 'ex:*', 'url'],
});
